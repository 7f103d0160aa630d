/** Regions of one country that share a zone, by the part of their ISO 3166-2 code after the hyphen. */
const regions = (zones: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(zones).flatMap(([zone, codes]) => codes.split(" ").map((code) => [code, zone])),
  );

/**
 * Regions (ISO 3166-2) in which it is another time than in the rest of their country, by the IANA time
 * zone database. Where a state has two zones, that in which most of its people live; what is not named
 * here has the zone of its country (zones-of-countries.ts).
 */
export const zonesOfRegions: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  AU: regions({
    "Australia/Brisbane": "QLD",
    "Australia/Adelaide": "SA",
    "Australia/Darwin": "NT",
    "Australia/Hobart": "TAS",
    "Australia/Melbourne": "VIC",
    "Australia/Perth": "WA",
  }),
  BR: regions({
    "America/Rio_Branco": "AC",
    "America/Manaus": "AM",
    "America/Boa_Vista": "RR",
    "America/Porto_Velho": "RO",
    "America/Cuiaba": "MT",
    "America/Campo_Grande": "MS",
    "America/Araguaina": "TO",
    "America/Bahia": "BA",
    "America/Belem": "AP PA",
    "America/Fortaleza": "CE MA PB PI RN",
    "America/Maceio": "AL SE",
    "America/Recife": "PE",
  }),
  CA: regions({
    "America/Edmonton": "AB NT",
    "America/Vancouver": "BC",
    "America/Winnipeg": "MB",
    "America/Moncton": "NB",
    "America/St_Johns": "NL",
    "America/Halifax": "NS PE",
    "America/Iqaluit": "NU",
    "America/Regina": "SK",
    "America/Whitehorse": "YT",
  }),
  CL: regions({ "America/Punta_Arenas": "MA AI" }),
  EC: regions({ "Pacific/Galapagos": "W" }),
  ES: regions({ "Atlantic/Canary": "CN GC TF" }),
  FM: regions({ "Pacific/Truk": "TRK YAP" }),
  ID: regions({
    "Asia/Makassar": "BA NB NT KS KI KU SA ST SG SR GO",
    "Asia/Jayapura": "MA MU PA PB PD PE PS PT",
  }),
  KI: regions({ "Pacific/Kiritimati": "L" }),
  MN: regions({ "Asia/Hovd": "043 046 071" }),
  MX: regions({
    "America/Tijuana": "BCN",
    "America/Mazatlan": "BCS NAY SIN",
    "America/Hermosillo": "SON",
    "America/Cancun": "ROO",
    "America/Chihuahua": "CHH",
  }),
  NZ: regions({ "Pacific/Chatham": "CIT" }),
  PG: regions({ "Pacific/Bougainville": "NSB" }),
  PT: regions({ "Atlantic/Azores": "20", "Atlantic/Madeira": "30" }),
  RU: regions({
    "Europe/Kaliningrad": "KGD",
    "Europe/Samara": "SAM UD AST ULY SAR",
    "Asia/Yekaterinburg": "BA SVE CHE PER KGN ORE TYU KHM YAN",
    "Asia/Omsk": "OMS",
    "Asia/Krasnoyarsk": "KYA KK TY KEM NVS TOM ALT AL",
    "Asia/Irkutsk": "IRK BU",
    "Asia/Yakutsk": "SA AMU ZAB",
    "Asia/Vladivostok": "PRI KHA YEV",
    "Asia/Magadan": "MAG SAK",
    "Asia/Kamchatka": "KAM CHU",
  }),
  US: regions({
    "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
    "America/Denver": "CO MT NM UT WY",
    "America/Boise": "ID",
    "America/Phoenix": "AZ",
    "America/Los_Angeles": "CA NV OR WA",
    "America/Anchorage": "AK",
    "Pacific/Honolulu": "HI",
    "America/Detroit": "MI",
    "America/Indiana/Indianapolis": "IN",
    "America/Puerto_Rico": "PR VI",
    "Pacific/Guam": "GU MP",
    "Pacific/Pago_Pago": "AS",
  }),
};
