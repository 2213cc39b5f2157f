package org.caucus.mail.mailbox.folders;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A directory that somebody else may have filled, and out of which nothing is to lead: a link in it
 * may point at any file that this program can read.
 *
 * @param root with no link in its own name
 */
public record DirectoryBounds(Path root) {
  /** The bounds of this directory. */
  public static DirectoryBounds of(Path directory) throws IOException {
    return new DirectoryBounds(directory.toRealPath());
  }

  /**
   * Holds a file or a directory, and all below it, to these bounds.
   *
   * @throws IOException something leads out of them, or is no file whose end can be read
   */
  public void hold(Path tree) throws IOException {
    must(tree);
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes is) throws IOException {
            if (is.isSymbolicLink()) {
              must(file);
            } else if (is.isOther()) {
              throw new IOException(name(file) + " is neither a file nor a directory");
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Holds one path to these bounds, wherever it leads.
   *
   * @throws IOException it leads out of them, or nowhere
   */
  public void must(Path path) throws IOException {
    boolean within;
    try {
      within = path.toRealPath().startsWith(root);
    } catch (NoSuchFileException e) {
      throw new IOException(name(path) + " leads to what is not there", e);
    }
    if (!within) {
      throw new IOException(name(path) + " leads out of it, and what is there is not read");
    }
  }

  private String name(Path path) {
    Path whole = path.toAbsolutePath();
    return whole.startsWith(root) ? root.relativize(whole).toString() : whole.toString();
  }
}
