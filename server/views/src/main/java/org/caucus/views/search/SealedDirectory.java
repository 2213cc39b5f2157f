package org.caucus.views.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.BaseDirectory;
import org.apache.lucene.store.BufferedIndexInput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.OutputStreamIndexOutput;
import org.apache.lucene.store.SingleInstanceLockFactory;
import org.caucus.platform.spill.SealedFile;
import org.caucus.platform.spill.Spill;
import org.jspecify.annotations.Nullable;

/**
 * The files of an index, for this process alone: small ones in memory, larger ones sealed on the
 * disk, so that memory does not follow what was ever said.
 */
final class SealedDirectory extends BaseDirectory {
  /** Octets of a file that stays in memory, at most. */
  static final int SMALL_OCTETS = 64 * 1024;

  private static final int BUFFER_OCTETS = 8 * 1024;
  private static final int INPUT_OCTETS = 4 * 1024;

  private final Map<String, Written> files = new ConcurrentHashMap<>();
  private final AtomicLong temporary = new AtomicLong();

  SealedDirectory() {
    super(new SingleInstanceLockFactory());
  }

  /** Octets of a file; when nobody holds it any more, its channel is closed with it. */
  private static final class Written {
    private byte[] memory = new byte[1024];
    private @Nullable SealedFile disk;
    private long onDisk;
    private int inMemory;

    void write(byte[] octets, int from, int length) throws IOException {
      if (inMemory + length > SMALL_OCTETS) {
        flush();
      }
      if (length > SMALL_OCTETS) {
        opened().write(onDisk, octets, from, length);
        onDisk += length;
        return;
      }
      if (inMemory + length > memory.length) {
        memory = Arrays.copyOf(memory, Math.max(memory.length * 2, inMemory + length));
      }
      System.arraycopy(octets, from, memory, inMemory, length);
      inMemory += length;
    }

    private SealedFile opened() throws IOException {
      SealedFile file = disk == null ? Spill.file() : disk;
      disk = file;
      return file;
    }

    private void flush() throws IOException {
      opened().write(onDisk, memory, 0, inMemory);
      onDisk += inMemory;
      inMemory = 0;
    }

    /** Nothing more is written. */
    void end() throws IOException {
      if (disk != null) {
        flush();
        memory = new byte[0];
      }
    }

    long length() {
      return onDisk + inMemory;
    }

    void read(long at, byte[] into, int from, int length) throws IOException {
      SealedFile file = disk;
      if (file == null) {
        System.arraycopy(memory, (int) at, into, from, length);
      } else {
        file.read(at, into, from, length);
      }
    }
  }

  private static final class Output extends OutputStream {
    private final Written to;

    Output(Written to) {
      this.to = to;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      to.write(octets, from, length);
    }

    @Override
    public void close() throws IOException {
      to.end();
    }
  }

  private static final class Input extends BufferedIndexInput {
    private final Written of;
    private long at;

    Input(String name, Written of) {
      super(name, INPUT_OCTETS);
      this.of = of;
    }

    @Override
    protected void readInternal(ByteBuffer into) throws IOException {
      int length = into.remaining();
      if (at + length > of.length()) {
        throw new EOFException("read past the end of " + this);
      }
      of.read(at, into.array(), into.arrayOffset() + into.position(), length);
      into.position(into.position() + length);
      at += length;
    }

    @Override
    protected void seekInternal(long to) {
      at = to;
    }

    @Override
    public long length() {
      return of.length();
    }

    @Override
    public void close() {
      // the file goes when nobody holds it
    }
  }

  private Written found(String name) throws IOException {
    Written file = files.get(name);
    if (file == null) {
      throw new FileNotFoundException(name);
    }
    return file;
  }

  @Override
  public String[] listAll() {
    return files.keySet().stream().sorted().toArray(String[]::new);
  }

  @Override
  public void deleteFile(String name) throws IOException {
    if (files.remove(name) == null) {
      throw new NoSuchFileException(name);
    }
  }

  @Override
  public long fileLength(String name) throws IOException {
    return found(name).length();
  }

  /** Octets of the heap that its files take. */
  long heapOctets() {
    return files.values().stream().mapToLong(file -> file.memory.length).sum();
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) {
    Written file = new Written();
    files.put(name, file);
    return new OutputStreamIndexOutput(name, name, new Output(file), BUFFER_OCTETS);
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) {
    String name = prefix + "_" + suffix + "_" + temporary.getAndIncrement() + ".tmp";
    return createOutput(name, context);
  }

  @Override
  public void sync(Collection<String> names) {
    // nothing of it is for the next process
  }

  @Override
  public void syncMetaData() {
    // as above
  }

  @Override
  public void rename(String from, String to) throws IOException {
    files.put(to, found(from));
    files.remove(from);
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    return new Input(name, found(name));
  }

  @Override
  public Set<String> getPendingDeletions() {
    return Set.of();
  }

  @Override
  public void close() {
    isOpen = false;
    files.clear();
  }
}
