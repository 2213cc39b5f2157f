package org.caucus.platform.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A disk of a few megabytes that a test can fill: a tmpfs, which takes the right to mount one. */
public final class SmallDisk implements AutoCloseable {
  private static final int MIB = 1024 * 1024;

  private final Path mount;

  private SmallDisk(Path mount) {
    this.mount = mount;
  }

  /** Mounts one at this empty directory; without the right to, the test is skipped and says so. */
  public static SmallDisk of(int mebibytes, Path directory) throws IOException {
    Files.createDirectories(directory);
    int code = run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", directory);
    Assumptions.assumeTrue(code == 0, "a tmpfs cannot be mounted here: not root, or not allowed");
    return new SmallDisk(directory);
  }

  public Path directory() {
    return mount;
  }

  /** Fills it but for that much. */
  public void fill(int leaveKib) throws IOException {
    long free = Files.getFileStore(mount).getUsableSpace() - leaveKib * 1024L;
    try (var out = Files.newOutputStream(filler())) {
      byte[] block = new byte[MIB / 16];
      for (long left = free; left > 0; left -= block.length) {
        out.write(block, 0, (int) Math.min(left, block.length));
      }
    }
  }

  public void makeRoom() throws IOException {
    Files.deleteIfExists(filler());
  }

  public void setReadOnly() throws IOException {
    must("mount", "-o", "remount,ro", mount);
  }

  /**
   * The disk comes back read-only, as after an error of its own: what is opened from now on cannot
   * be written. (While a file is open for writing, no disk can be made read-only where it is.)
   */
  public void comeBackReadOnly() throws IOException {
    Path beside = Files.createDirectories(mount.resolveSibling(mount.getFileName() + "-beside"));
    must("mount", "--bind", mount, beside);
    must("umount", "-l", mount);
    must("mount", "--bind", beside, mount);
    must("umount", "-l", beside);
    must("mount", "-o", "remount,bind,ro", mount);
  }

  /** After {@link #comeBackReadOnly}. */
  public void setWritable() throws IOException {
    must("mount", "-o", "remount,bind,rw", mount);
  }

  private static void must(Object... command) throws IOException {
    if (run(command) != 0) {
      throw new IOException(List.of(command) + " failed");
    }
  }

  private Path filler() {
    return mount.resolve("somebody-elses-film");
  }

  private static int run(Object... command) throws IOException {
    List<String> words = List.of(command).stream().map(Object::toString).toList();
    try {
      return new ProcessBuilder(words)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    run("umount", "-l", mount);
  }
}
