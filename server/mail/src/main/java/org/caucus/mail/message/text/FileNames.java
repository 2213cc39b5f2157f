package org.caucus.mail.message.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names of attached files, made safe to offer for download on any system. */
public final class FileNames {
  /** The longest name offered, in characters. */
  public static final int MAX_NAME_CHARS = 120;

  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  /** Directional overrides make {@code cod.exe} look like {@code exe.doc}. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cntrl}\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff]");

  private static final Map<String, String> ENDINGS =
      Map.of(
          "message/rfc822", ".eml",
          "application/pgp-signature", ".asc",
          "application/pkcs7-signature", ".p7s",
          "application/pdf", ".pdf",
          "text/calendar", ".ics",
          "text/html", ".html",
          "text/plain", ".txt",
          "image/jpeg", ".jpg",
          "image/png", ".png");

  /** Characters of a declared name that are decoded; a name four times as long as one offered. */
  private static final int MAX_DECLARED_CHARS = 1_000;

  private FileNames() {}

  /** A name as its letter means it (RFC 2047), as far as it can be of any use. */
  public static String decoded(String declared) {
    return HeaderText.decode(
        declared.substring(0, Math.min(declared.length(), MAX_DECLARED_CHARS)));
  }

  /**
   * A name to offer for a part.
   *
   * @param declared the name the letter gives, decoded; may be empty
   * @param type content type, for an ending when a name must be invented
   * @param path where the part stands in the letter
   */
  public static String clean(String declared, String type, String path) {
    String last =
        declared.substring(Math.max(declared.lastIndexOf('/'), declared.lastIndexOf('\\')) + 1);
    String seen = UNSEEN.matcher(last).replaceAll("").replaceAll("[<>:\"|?*]", "_");
    String name = shortened(seen.strip().replaceAll("^[. ]++|(?<![. ])[. ]++$", ""));
    if (name.isEmpty()) {
      return "part-" + path + ENDINGS.getOrDefault(type.toLowerCase(Locale.ROOT), ".bin");
    }
    return RESERVED.matcher(name).matches() ? "_" + name : name;
  }

  private static String shortened(String name) {
    if (name.length() <= MAX_NAME_CHARS) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
    int cut = MAX_NAME_CHARS - ending.length();
    return name.substring(0, Character.isHighSurrogate(name.charAt(cut - 1)) ? cut - 1 : cut)
        + ending;
  }
}
