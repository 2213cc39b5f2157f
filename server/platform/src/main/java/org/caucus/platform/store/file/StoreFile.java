package org.caucus.platform.store.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded server's one file. A store reuses freed pages and never wipes them; so that what was
 * destroyed is gone from the file too, what is alive is copied to a new one that takes its place.
 */
public final class StoreFile {
  private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);

  private final Path path;
  private final Path asked;
  private final Path fresh;

  /** The one at this path. */
  public StoreFile(Path path) {
    this.path = path;
    this.asked = path.resolveSibling(path.getFileName() + ".rewrite");
    this.fresh = path.resolveSibling(path.getFileName() + ".fresh");
  }

  /** How long the head of such a file is, in bytes: two copies of what it begins with. */
  public static final int HEAD_BYTES = 8192;

  /** The head of the file at this path, which is written in place; all else is not. */
  public static byte[] head(Path file) {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Makes it if there is none; rewrites it first if that was asked for and not done. */
  public void ready() throws IOException {
    if (Files.exists(path)) {
      rewriteIfAsked();
    } else {
      create(path);
    }
  }

  /** From now on, the process that closes the file rewrites it: this one or the next. */
  public void askForRewrite() {
    try {
      if (!Files.exists(asked)) {
        create(asked);
        syncDirectory();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + asked, e);
    }
  }

  /** Call it while nobody has the file open. */
  public void rewriteIfAsked() {
    if (!Files.exists(asked)) {
      return;
    }
    try {
      Files.deleteIfExists(fresh);
      create(fresh); // with our mode, before anything is in it
      copy();
      try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(asked);
      syncDirectory();
    } catch (IOException | MVStoreException e) {
      LOG.error(
          "{} could not be written anew, so freed pages still hold what was deleted; the next"
              + " start tries again: {}",
          path,
          e.getMessage());
    }
  }

  private void copy() {
    try (var source = new MVStore.Builder().fileName(path.toString()).readOnly().open();
        var target = new MVStore.Builder().fileName(fresh.toString()).open()) {
      MVStoreTool.compact(source, target);
    }
  }

  private static void create(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private void syncDirectory() throws IOException {
    try (var channel =
        FileChannel.open(path.toAbsolutePath().resolveSibling(""), StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
