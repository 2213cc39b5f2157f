package org.caucus.platform.eventlog.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.caucus.kernel.support.Checkout;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.archive.ArchiveException.Kind;
import org.caucus.platform.eventlog.archive.ArchiveKey.Passphrase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive opens as it was written, with the key it was written with, or says why not. */
@Tag("slow") // a passphrase takes its time by design
class ArchiveFileTest {
  private static final String WORDS = "lantern orchard velvet ferry quilt summit";

  @TempDir static Path home;
  static Installation caucus;

  @TempDir Path directory;
  private ArchiveKey master;
  private Path file;
  private List<ArchivePart> written;

  @BeforeAll
  static void open() {
    caucus = Installation.open(home);
  }

  @AfterAll
  static void close() {
    caucus.close();
  }

  @BeforeEach
  void anArchiveOfThreeMegabytes() {
    file = directory.resolve("cop.caucus");
    var large = new byte[3 * 1024 * 1024];
    new Random(7).nextBytes(large);
    written =
        List.of(
            new ArchivePart(ArchivePart.Kind.HEAD, "memo to the agencies".getBytes(UTF_8)),
            new ArchivePart(ArchivePart.Kind.RECORD, new byte[0]),
            new ArchivePart(ArchivePart.Kind.CHUNK, large),
            new ArchivePart(ArchivePart.Kind.MANIFEST, "{}".getBytes(UTF_8)));
    master = new ArchiveKey.Master(caucus.vault());
    write(file, master);
  }

  private void write(Path to, ArchiveKey key) {
    try (var writer = ArchiveWriter.create(to, key, Instant.parse("2026-12-01T10:00:00Z"))) {
      written.forEach(p -> writer.put(p.kind(), p.bytes()));
      writer.finish();
    }
  }

  private static Passphrase key(String words) {
    return new Passphrase(words.toCharArray());
  }

  private static List<ArchivePart> read(Path from, ArchiveKey key) {
    var parts = new ArrayList<ArchivePart>();
    try (var reader = ArchiveReader.open(from, key)) {
      for (var part = reader.next(); part.isPresent(); part = reader.next()) {
        parts.add(part.get());
      }
    }
    return parts;
  }

  @Test
  void opensAsItWasWritten() throws IOException {
    var read = read(file, master);

    assertThat(read).extracting(ArchivePart::kind).containsExactlyElementsOf(kinds());
    for (int i = 0; i < written.size(); i++) {
      assertThat(read.get(i).bytes()).isEqualTo(written.get(i).bytes());
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(directory.resolve("cop.caucus.part")).doesNotExist();
  }

  private List<ArchivePart.Kind> kinds() {
    return written.stream().map(ArchivePart::kind).toList();
  }

  @Test
  void itsFirstLineSaysWhatItIsAndNothingOfWhatIsInside() throws IOException {
    var text = new String(Files.readAllBytes(file), ISO_8859_1);

    assertThat(text.lines().findFirst().orElseThrow())
        .startsWith(
            "{\"format\":\"caucus-archive\",\"version\":1,\"made\":\"2026-12-01T10:00:00Z\"")
        .contains("\"key\":\"master\"");
    assertThat(text).doesNotContain("memo");
    assertThat(ArchiveReader.keyOf(file)).isEqualTo("master");
  }

  @Test
  void aPassphraseOpensItAndAnotherIsCalledThat() throws IOException {
    var locked = directory.resolve("locked.caucus");
    write(locked, key(WORDS));

    assertThat(read(locked, key("  " + WORDS + "\n"))).hasSize(4);
    assertRefused(Kind.WRONG_KEY, "the passphrase is not the one", locked, key(WORDS + "s"));
    assertRefused(Kind.UNUSABLE, "passphrase", locked, master);
    assertThat(ArchiveReader.keyOf(locked)).isEqualTo("passphrase");
    assertThat(new String(Files.readAllBytes(locked), ISO_8859_1))
        .contains("\"version\":2,")
        .contains("\"kdf\":\"argon2id\",\"memoryKib\":65536,\"passes\":3,\"lanes\":4,")
        .doesNotContain("lantern");
  }

  /** What was written once is read for ever: version 1 by PBKDF2, version 2 by Argon2id. */
  @ParameterizedTest
  @ValueSource(strings = {"locked-1", "locked-2"})
  void archivesOfOldStayReadable(String name) throws Exception {
    Path old = Checkout.server("src/test/resources/archives/" + name + ".caucus");

    assertThat(read(old, key(WORDS)))
        .extracting(p -> new String(p.bytes(), UTF_8))
        .containsExactly("memo to the agencies", "{}");
    assertRefused(Kind.WRONG_KEY, "the passphrase is not the one", old, key(WORDS + "s"));
  }

  @ParameterizedTest
  @CsvSource({
    "argon2id,             memoryKib, 131073",
    "argon2id,             memoryKib, 10485760",
    "argon2id,             memoryKib, 31",
    "argon2id,             passes,    11",
    "argon2id,             passes,    0",
    "argon2id,             lanes,     17",
    "argon2id,             lanes,     -1",
    "PBKDF2WithHmacSHA256, rounds,    20000001",
    "scrypt,               passes,    3"
  })
  void anArchiveThatAsksForTooMuchIsNotFollowed(String kdf, String field, int value) {
    var asked =
        new Argon2id(64 * 1024, 3, 4, "AAAAAAAAAAAAAAAAAAAAAA==")
            .told()
            .put("kdf", kdf)
            .put(field, value);

    assertThatThrownBy(() -> key(WORDS).unwrap(asked))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining(kdf)
        .hasMessageContaining("more memory or rounds than Caucus ever uses");
  }

  /** From the tests of the reference implementation, phc-winner-argon2. */
  @Test
  void argon2idIsWhatOthersCallThat() throws Exception {
    var derivation = new Argon2id(64 * 1024, 2, 1, "c29tZXNhbHQ="); // somesalt

    assertThat(HexFormat.of().formatHex(derivation.key("password".toCharArray())))
        .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
  }

  @Test
  void aShortPassphraseIsRefused() {
    assertThatThrownBy(() -> key("  elevenchars "))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("12 to 1000 characters");
  }

  @Test
  void aFileCutOffIsCalledThatWhereverItWasCut() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int line = new String(whole, ISO_8859_1).indexOf('\n') + 1;
    for (int length :
        new int[] {line, line + 5, line + 1024 * 1024, whole.length - 17, whole.length - 1}) {
      var cut = Files.write(directory.resolve("cut"), Arrays.copyOf(whole, length));
      assertRefused(Kind.CUT_OFF, "cut off", cut, master);
    }
  }

  @Test
  void aFlippedBitIsNoticedWhereverItIs() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int line = new String(whole, ISO_8859_1).indexOf('\n') + 1;
    for (int at = line; at < whole.length - 16; at += 300_007) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 4;
      var damaged = Files.write(directory.resolve("damaged"), flipped);
      assertRefused(Kind.DAMAGED, "damaged at or before byte ", damaged, master);
    }
  }

  @Test
  void anAlteredFirstLineIsNoticed() throws IOException {
    var text = new String(Files.readAllBytes(file), ISO_8859_1).replace("2026-12-01", "2027-12-01");
    var altered = Files.write(directory.resolve("altered"), text.getBytes(ISO_8859_1));

    assertRefused(Kind.DAMAGED, "damaged", altered, master);
  }

  @Test
  void anArchiveOfANewerCaucusIsCalledThat() throws IOException {
    var text = new String(Files.readAllBytes(file), ISO_8859_1);
    var newer =
        Files.write(
            directory.resolve("newer"),
            text.replace("\"version\":1,", "\"version\":3,").getBytes(ISO_8859_1));

    assertRefused(Kind.NEWER, "version 3; this Caucus reads up to 2", newer, master);
  }

  @Test
  void anyOtherFileIsNoArchive() throws IOException {
    for (var content :
        List.of("", "From: chika@rights.example\n\nMemo", "{\"format\":\"zip\"}\n")) {
      var other = Files.writeString(directory.resolve("other"), content);
      assertRefused(Kind.NOT_AN_ARCHIVE, "not a Caucus archive", other, master);
    }
    assertRefused(Kind.UNUSABLE, "Is it there", directory.resolve("nowhere"), master);
  }

  @Test
  void aFileThatIsThereIsNotWrittenOver() throws IOException {
    var before = Files.readAllBytes(file);

    assertThatThrownBy(() -> write(file, master))
        .isInstanceOf(ArchiveException.class)
        .hasMessageContaining("exists");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void oneThatWasNotFinishedLeavesNothingAndAKilledOneIsWrittenOver() throws IOException {
    var other = directory.resolve("other.caucus");
    try (var writer = ArchiveWriter.create(other, master, Instant.EPOCH)) {
      writer.put(ArchivePart.Kind.HEAD, new byte[9]);
    }
    assertThat(other).doesNotExist();
    assertThat(directory.resolve("other.caucus.part")).doesNotExist();

    Files.writeString(directory.resolve("other.caucus.part"), "of one that was killed");
    write(other, master);
    assertThat(read(other, master)).hasSize(4);
  }

  @Test
  void theMasterKeyOpensItWhereverThatKeyIs() throws IOException {
    var sealed = directory.resolve("sealed.caucus");
    var here = directory.resolve("here");
    try (var there = Installation.open(here)) {
      write(sealed, new ArchiveKey.Master(there.vault()));
    }
    assertThat(ArchiveReader.keyOf(sealed)).isEqualTo("master");

    var rebuilt = Files.createDirectory(directory.resolve("rebuilt"));
    Files.copy(here.resolve("master.key"), rebuilt.resolve("master.key"));
    Files.setPosixFilePermissions(
        rebuilt.resolve("master.key"), PosixFilePermissions.fromString("rw-------"));
    try (var there = Installation.open(rebuilt)) {
      assertThat(read(sealed, new ArchiveKey.Master(there.vault()))).hasSize(4);
    }
    try (var there = Installation.open(directory.resolve("elsewhere"))) {
      assertRefused(
          Kind.WRONG_KEY,
          "the master key of this installation does not open it",
          sealed,
          new ArchiveKey.Master(there.vault()));
    }
  }

  private static void assertRefused(Kind kind, String words, Path file, ArchiveKey key) {
    assertThatThrownBy(() -> read(file, key))
        .isInstanceOfSatisfying(
            ArchiveException.class, e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind))
        .hasMessageContaining(words)
        .hasMessageContaining(file.toString());
  }
}
