package org.caucus.mail.mailbox.folders;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a letter lies among files: in a Maildir, its folders, or beside them.
 *
 * @param path with slashes, below whatever holds it all
 */
public record MaildirLocation(String path) {
  /**
   * The end of a file's name in a Maildir (<a
   * href="https://cr.yp.to/proto/maildir.html">maildir</a>): a letter for each flag, D for a draft,
   * T for what was thrown away. Where a file system knows no colons, programs write one of the
   * other two.
   */
  private static final Pattern FLAGS = Pattern.compile("[:;!]2,([A-Za-z]{0,60})");

  /** This place. */
  public MaildirLocation {
    path = path.replace('\\', '/');
  }

  /** Whether it is a letter of a Maildir. */
  public boolean isOfMaildir() {
    String folder = name(folder(path));
    return folder.equals("cur") || folder.equals("new");
  }

  /** What systems and programs add for themselves, and letters that did not come whole. */
  public boolean isOfPrograms() {
    return path.startsWith("__MACOSX/") || name().startsWith(".") || isUnfinished();
  }

  private boolean isUnfinished() {
    return name(folder(path)).equals("tmp");
  }

  /** Whether it was not sent yet. */
  public boolean isDraft() {
    return isFlagged('D') || folders().anyMatch(FolderNames::isOfDrafts);
  }

  /** Whether it was thrown away, or sorted out as junk. */
  public boolean isTrashed() {
    return isFlagged('T') || folders().anyMatch(FolderNames::isOfTrash);
  }

  private boolean isFlagged(char flag) {
    Matcher flags = FLAGS.matcher(name());
    String last = "";
    while (flags.find()) {
      last = flags.group(1);
    }
    return isOfMaildir() && last.indexOf(flag) >= 0;
  }

  /**
   * Names of the folders it is in, the file's own among them where the file is a folder: Maildir++
   * writes {@code .Archive.2024} for one in another, and an mbox is called as its folder is.
   */
  private Stream<String> folders() {
    List<String> parts = List.of(path.split("/"));
    Stream<String> above = parts.subList(0, parts.size() - 1).stream();
    Stream<String> own = isOfMaildir() ? Stream.empty() : Stream.of(withoutKind(name()));
    return Stream.concat(above, own)
        .flatMap(part -> part.startsWith(".") ? Arrays.stream(part.split("\\.")) : Stream.of(part));
  }

  private static String withoutKind(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".mbox") ? name.substring(0, name.length() - 5) : name;
  }

  /** The file's own name. */
  public String name() {
    return name(path);
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
