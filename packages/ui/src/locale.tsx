import { type Locale, locales } from "@makegood/domain/text/locale";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

interface LocaleChoice {
  locale: Locale;
  choose(locale: Locale): void;
}

const Context = createContext<LocaleChoice>({ locale: "en", choose: () => undefined });
const key = "makegood.locale";

const isLocale = (value: string | null): value is Locale => locales.includes(value as Locale);

function preferred(): Locale {
  const kept = localStorage.getItem(key);
  if (isLocale(kept)) return kept;
  return navigator.language.toLowerCase().startsWith("pt") ? "pt-BR" : "en";
}

/** The language of the app's own words; what the API says comes in the person's. */
export function LocaleProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState(preferred);
  useEffect(() => {
    document.documentElement.lang = locale;
    localStorage.setItem(key, locale);
  }, [locale]);
  return <Context value={{ locale, choose: setLocale }}>{children}</Context>;
}

export const useLocale = (): LocaleChoice => useContext(Context);

/** A catalogue's words in the language chosen. A missing word fails the type check. */
export function useWords<T>(catalogue: Record<Locale, T>): T {
  return catalogue[useLocale().locale];
}

/** Speaks a person's language once it is known who is there; undefined while it isn't. */
export function usePersonsLocale(locale: "EN" | "PT_BR" | undefined): void {
  const { choose } = useLocale();
  useEffect(() => {
    if (locale) choose(locale === "PT_BR" ? "pt-BR" : "en");
  }, [locale, choose]);
}
