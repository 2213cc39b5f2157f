package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures and films of telephones, without where and when they were made. */
class BareBoxesTest {
  private static final String PLACE = "+09.0765+007.3986/";

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] text(String words) {
    return words.getBytes(ISO_8859_1);
  }

  private static byte[] box(String type, byte[]... content) {
    byte[] inner = joined(content);
    byte[] head = ByteBuffer.allocate(8).putInt(inner.length + 8).put(text(type)).array();
    return joined(head, inner);
  }

  private static byte[] zeros(int octets) {
    return new byte[octets];
  }

  private static byte[] shorts(int... numbers) {
    ByteBuffer all = ByteBuffer.allocate(numbers.length * 2);
    Arrays.stream(numbers).forEach(n -> all.putShort((short) n));
    return all.array();
  }

  private static byte[] item(int id, String type) {
    return box("infe", new byte[] {2, 0, 0, 0}, shorts(id, 0), text(type), zeros(1));
  }

  /** A picture of two items that lie behind each other: what is seen, and what the camera says. */
  private static byte[] heic(String brand, String type, int method) {
    byte[] seen = text("the picture");
    byte[] told = text("Exif GPS " + PLACE);
    byte[] items = box("iinf", zeros(4), shorts(2), item(1, "hvc1"), item(2, type));
    byte[] kind = box("ftyp", text(brand), zeros(4), text("mif1"));
    int first = 0;
    byte[] all = zeros(0);
    for (int pass = 0; pass < 2; pass++) { // the places are known once it is as long as it will be
      ByteBuffer places = ByteBuffer.allocate(4 + 2 + 2 + 2 * 16);
      places.putInt(0x01000000).putShort((short) 0x4400).putShort((short) 2);
      for (int i = 1; i <= 2; i++) {
        places.putShort((short) i).putShort((short) (i == 2 ? method : 0)).putShort((short) 0);
        places.putShort((short) 1).putInt(i == 1 ? first : first + seen.length);
        places.putInt(i == 1 ? seen.length : told.length);
      }
      byte[] meta = box("meta", zeros(4), items, box("iloc", places.array()));
      first = kind.length + meta.length + 8;
      all = joined(kind, meta, box("mdat", seen, told));
    }
    return all;
  }

  private static byte[] film(String track, byte[]... more) {
    byte[] hour = {0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 3, (byte) 0xe8, 0, 0, 0, 9};
    byte[] handler = box("hdlr", zeros(8), text(track), zeros(12), text("Made by Phone 9\0"));
    byte[] trak = box("trak", box("tkhd", hour), box("mdia", box("mdhd", hour), handler));
    byte[] user = box("udta", box("\251xyz", shorts(PLACE.length(), 0), text(PLACE)));
    byte[] keys = box("meta", box("hdlr", zeros(20)), box("ilst", text("Phone 9 " + PLACE)));
    byte[] moov = box("moov", box("mvhd", hour), trak, user, keys);
    return joined(
        box("ftyp", text("isom"), zeros(4)), moov, box("mdat", text("scenes")), joined(more));
  }

  private static String words(byte[] file) {
    return new String(file, ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"heic", "avif", "mif1"})
  void aPictureOfATelephoneKeepsWhatIsSeenAndItsLength(String brand) {
    byte[] given = heic(brand, "Exif", 0);

    byte[] bare = PictureMetadataStripper.of(given).orElseThrow();

    assertThat(words(given)).contains(PLACE);
    assertThat(words(bare)).contains("the picture").doesNotContain(PLACE, "GPS");
    assertThat(bare).hasSameSizeAs(given);
    assertThat(PictureMetadataStripper.isClosed(given)).isFalse();
    assertThat(words(PictureMetadataStripper.of(heic(brand, "mime", 0)).orElseThrow()))
        .doesNotContain(PLACE);
  }

  @Test
  void aFilmKeepsItsScenesAndTellsNeitherPlaceNorHourNorDevice() {
    byte[] given = film("vide", box("uuid", zeros(16), text("XMP " + PLACE)));

    byte[] bare = PictureMetadataStripper.of(given).orElseThrow();

    assertThat(words(bare)).contains("scenes").doesNotContain(PLACE, "Phone 9", "XMP");
    assertThat(words(bare)).doesNotContain("\1\2\3\4\5\6\7\b").contains("\3\350");
    assertThat(bare).hasSameSizeAs(given);
  }

  @Test
  void aFilmBehindAPictureAndCaptionsOfAFilmAreClosed() {
    byte[] picture = heic("heic", "Exif", 0);

    assertThat(PictureMetadataStripper.isClosed(joined(picture, box("mpvd", film("vide")))))
        .isTrue();
    assertThat(PictureMetadataStripper.isClosed(film("sbtl"))).as("captions").isTrue();
    assertThat(PictureMetadataStripper.isClosed(film("vide", box("cmov", zeros(8))))).isTrue();
  }

  @Test
  void wordsBesideTheItemsOfAPictureGo() {
    byte[] given = heic("heic", "Exif", 0);
    byte[] said = box("uuid", zeros(16), text("XMP " + PLACE));
    int meta = words(given).indexOf("meta") - 4;
    int length = ByteBuffer.wrap(given).getInt(meta);
    byte[] more = joined(Arrays.copyOf(given, meta + length), said);
    ByteBuffer.wrap(more).putInt(meta, length + said.length);

    byte[] whole = joined(more, Arrays.copyOfRange(given, meta + length, given.length));

    assertThat(PictureMetadataStripper.of(whole).map(BareBoxesTest::words).orElse(""))
        .doesNotContain("XMP");
  }

  /** 60,000 items of 65,535 parts each, of which none takes an octet: four thousand million. */
  @Test
  void morePartsThanOctetsAreNotGoneThrough() {
    ByteBuffer places = ByteBuffer.allocate(8 + 60_000 * 6);
    places.putInt(0).putShort((short) 0).putShort((short) 60_000);
    for (int i = 0; i < 60_000; i++) {
      places.putShort((short) 1).putShort((short) 0).putShort((short) 0xffff);
    }
    byte[] items = box("iinf", zeros(4), shorts(1), item(1, "Exif"));
    byte[] meta = box("meta", zeros(4), items, box("iloc", places.array()));

    assertThat(PictureMetadataStripper.isClosed(joined(box("ftyp", text("heic"), zeros(4)), meta)))
        .isTrue();
  }

  @Test
  void whatCannotBeTakenOutIsClosed() {
    assertThat(PictureMetadataStripper.isClosed(film("meta"))).as("a track of places").isTrue();
    assertThat(PictureMetadataStripper.isClosed(heic("heic", "Exif", 2)))
        .as("of other items")
        .isTrue();
    byte[] whole = film("vide");
    byte[] broken = Arrays.copyOf(whole, whole.length / 2);
    assertThat(PictureMetadataStripper.isClosed(broken)).isTrue();
    for (String start : new String[] {"\032E\337\243webm", "RIFF\0\0\0\0AVI LIST"}) {
      assertThat(PictureMetadataStripper.isClosed(text(start))).as(start).isTrue();
    }
  }
}
