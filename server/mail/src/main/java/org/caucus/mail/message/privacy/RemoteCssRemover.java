package org.caucus.mail.message.privacy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Style from which a program fetches nothing. */
final class RemoteCssRemover {
  /** What an address may begin with that leads nowhere else. */
  private static final String HERE = "(?:cid:|mid:|#|data:(?:image|font|application/(?:x-)?font))";

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?(?:\\*/|$)");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})[ \\t\\r\\n\\f]?|\\r?\\n|([^\\r\\n]))");

  private static final Pattern IMPORT = Pattern.compile("(?is)@import[^;{}]*(?:;|(?=[{}])|$)");
  private static final Pattern URL =
      Pattern.compile("(?is)(?:url|src)\\(\\s*(?:\"[^\"]*\"|'[^']*'|[^)\"']*)\\s*[^)]*\\)?");
  private static final Pattern LOCAL =
      Pattern.compile("(?is)(?:url|src)\\(\\s*[\"']?\\s*" + HERE + "[^)\"']*[\"']?\\s*\\)");

  /** What is left to fetch once local addresses are out. */
  private static final Pattern FETCHES =
      Pattern.compile("@import|url\\(|//|\\\\\\\\|(?:https?|ftp|file|smb|wss?):|expression\\(");

  private RemoteCssRemover() {}

  /** The style without it; empty if it has none. */
  static Optional<String> of(String css) {
    if (!fetches(css)) {
      return Optional.empty();
    }
    String left = cut(css);
    if (fetches(left)) {
      left = cut(plain(css)); // written so that nobody shall see
    }
    return Optional.of(fetches(left) ? "" : left);
  }

  private static boolean fetches(String css) {
    String bare = LOCAL.matcher(plain(css)).replaceAll("").toLowerCase(Locale.ROOT);
    return FETCHES.matcher(bare.replaceAll("[ \\t]+", "")).find();
  }

  private static String cut(String css) {
    String left = IMPORT.matcher(css).replaceAll("");
    return URL.matcher(left)
        .replaceAll(
            m -> LOCAL.matcher(m.group()).matches() ? Matcher.quoteReplacement(m.group()) : "none");
  }

  /** Without comments and escapes, as a program reads it. */
  private static String plain(String css) {
    String bare = COMMENT.matcher(css).replaceAll(" ");
    return ESCAPE.matcher(bare).replaceAll(m -> Matcher.quoteReplacement(unescaped(m)));
  }

  private static String unescaped(MatchResult escape) {
    if (escape.group(1) != null) {
      int c = Integer.parseInt(escape.group(1), 16);
      return Character.isValidCodePoint(c) && c != 0 ? Character.toString(c) : "\uFFFD";
    }
    return escape.group(2) == null ? "" : escape.group(2);
  }
}
