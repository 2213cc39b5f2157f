package org.caucus.mail.mailbox.folders;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What mail programs call the folders that RFC 6154 marks {@code \Drafts}, {@code \Trash} and
 * {@code \Junk}: on disk there is no mark, only a name in somebody's language.
 */
final class FolderNames {
  private static final Set<String> DRAFTS =
      Set.of(
          "drafts",
          "templates",
          "outbox",
          "unsent messages",
          "brouillons",
          "bo\u00eete d'envoi",
          "mod\u00e8les",
          "borradores",
          "rascunhos",
          "entw\u00fcrfe",
          "bozze",
          "concepten",
          "\u0627\u0644\u0645\u0633\u0648\u062f\u0627\u062a",
          "\u0645\u0633\u0648\u062f\u0627\u062a");

  private static final Set<String> TRASH =
      Set.of(
          "trash",
          "bin",
          "deleted items",
          "deleted messages",
          "junk",
          "junk email",
          "junk e-mail",
          "spam",
          "bulk mail",
          "corbeille",
          "\u00e9l\u00e9ments supprim\u00e9s",
          "messages supprim\u00e9s",
          "ind\u00e9sirables",
          "courrier ind\u00e9sirable",
          "pourriel",
          "papelera",
          "elementos eliminados",
          "correo no deseado",
          "lixeira",
          "itens exclu\u00eddos",
          "lixo eletr\u00f4nico",
          "papierkorb",
          "gel\u00f6schte elemente",
          "cestino",
          "prullenbak",
          "\u0627\u0644\u0645\u0647\u0645\u0644\u0627\u062a",
          "\u0633\u0644\u0629 \u0627\u0644\u0645\u0647\u0645\u0644\u0627\u062a",
          "\u0627\u0644\u0645\u062d\u0630\u0648\u0641\u0629",
          "\u0627\u0644\u0628\u0631\u064a\u062f \u0627\u0644\u0639\u0634\u0648\u0627\u0626\u064a");

  /** A run of characters beyond ASCII in the modified UTF-7 of RFC 3501, 5.1.3. */
  private static final Pattern SHIFTED = Pattern.compile("&([A-Za-z0-9+,]{0,400})-");

  private FolderNames() {}

  static boolean isOfDrafts(String name) {
    return DRAFTS.contains(plain(name));
  }

  static boolean isOfTrash(String name) {
    return TRASH.contains(plain(name));
  }

  private static String plain(String name) {
    String decoded =
        SHIFTED.matcher(name).replaceAll(run -> Matcher.quoteReplacement(decoded(run)));
    String one = Normalizer.normalize(decoded, Normalizer.Form.NFC).replace('\u2019', '\'');
    return one.replace('_', ' ').strip().toLowerCase(Locale.ROOT);
  }

  private static String decoded(java.util.regex.MatchResult run) {
    String base64 = run.group(1).replace(',', '/');
    try {
      return base64.isEmpty() ? "&" : new String(Base64.getDecoder().decode(base64), UTF_16BE);
    } catch (IllegalArgumentException e) {
      return run.group(); // not written by that rule, so it is its own name
    }
  }
}
