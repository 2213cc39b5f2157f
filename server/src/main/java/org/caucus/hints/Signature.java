package org.caucus.hints;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * The line that phones put below what somebody writes: {@code Sent from my iPhone}. Nobody wrote
 * it, so it is no word of theirs, no order and no part of minutes.
 */
public final class Signature {
  /** Longer lines were written by somebody, in characters. */
  private static final int MOST_CHARS = 70;

  private static final List<String> BEGINNINGS =
      List.of(
          "sent from my ",
          "sent from outlook",
          "sent from yahoo",
          "sent from mail for ",
          "sent from proton",
          "sent with proton",
          "sent from gmail",
          "sent from samsung",
          "sent using ",
          "gesendet von ",
          "gesendet mit ",
          "von meinem ",
          "enviado desde ",
          "enviado do ",
          "inviato da",
          "verzonden vanaf ",
          "verstuurd vanaf ",
          "imetumwa kutoka ",
          "sent via ",
          "get outlook for ",
          "envoyé de mon ",
          "envoyé depuis ",
          "envoyé à partir de ",
          "envoyé avec ",
          "téléchargez outlook",
          "obtenir outlook",
          "obtenez outlook",
          "أرسلت من ",
          "أرسل من ",
          "مرسل من ",
          "مرسلة من ",
          "تم الإرسال من ",
          "تم إرساله من ");

  private Signature() {}

  /** Whether a line is one; what ends in a colon leads to something. */
  public static boolean isOne(String line) {
    String words = plain(line);
    return words.length() <= MOST_CHARS
        && !words.endsWith(":")
        && BEGINNINGS.stream().anyMatch(words::startsWith);
  }

  /** In small letters, without marks of direction and the vowel signs of Arabic. */
  private static String plain(String line) {
    return Normalizer.normalize(line, Normalizer.Form.NFC)
        .replaceAll("[\\u064B-\\u0652\\u200E\\u200F\\u2066-\\u2069]", "")
        .replace('\u00a0', ' ')
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
