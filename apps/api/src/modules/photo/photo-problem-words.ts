import type { Locale } from "@makegood/domain/text/locale";
import type { PhotoProblem } from "./clean-photo.js";

/** What is wrong with a file, and what to do about it. */
export const photoProblemWords: Record<Locale, Record<PhotoProblem, string>> = {
  en: {
    EMPTY: "This file is empty. Please choose the photo again.",
    TOO_LARGE: "This photo is larger than 10 MB. Please take a smaller one, or a screenshot of it.",
    NOT_A_PHOTO: "This isn't a photo we can read. Please choose a JPEG, PNG, WebP, HEIC or AVIF.",
    SVG: "SVG drawings can hold programs, so we don't take them. Please choose a photo.",
    TOO_MANY_PIXELS: "This photo has too many pixels. Please take one of at most 40 megapixels.",
    BROKEN: "This photo is damaged and can't be opened. Please take it again.",
    TWO_FORMATS:
      "This file holds something else beside a photo. Please take the photo again, or a screenshot of it.",
  },
  "pt-BR": {
    EMPTY: "Este arquivo está vazio. Escolha a foto de novo.",
    TOO_LARGE: "Esta foto tem mais de 10 MB. Tire uma menor, ou uma captura de tela dela.",
    NOT_A_PHOTO: "Não conseguimos ler isto como foto. Escolha JPEG, PNG, WebP, HEIC ou AVIF.",
    SVG: "Desenhos SVG podem conter programas, por isso não os aceitamos. Escolha uma foto.",
    TOO_MANY_PIXELS: "Esta foto tem pixels demais. Tire uma de no máximo 40 megapixels.",
    BROKEN: "Esta foto está danificada e não abre. Tire de novo.",
    TWO_FORMATS:
      "Este arquivo contém algo além da foto. Tire a foto de novo, ou uma captura de tela dela.",
  },
};
