package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of a press conference, from real encoders, with what cameras write beside them. */
class PictureMetadataStripperTest {
  private static final String PLACE = "GPS 9.0765 N, 7.3986 E";

  private static byte[] picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64 * 48; i++) {
      image.setRGB(i % 64, i / 64, i * 7919);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] cut(byte[] all, int from, int to) {
    return java.util.Arrays.copyOfRange(all, from, to);
  }

  private static byte[] segment(int marker, byte[] content) {
    return ByteBuffer.allocate(content.length + 4)
        .put((byte) 0xff)
        .put((byte) marker)
        .putShort((short) (content.length + 2))
        .put(content)
        .array();
  }

  private static byte[] exif(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put("II*\0".getBytes(ISO_8859_1)).putInt(8).putShort((short) 1);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    tiff.putShort((short) 0).putInt(0).put(PLACE.getBytes(ISO_8859_1));
    return joined("Exif\0\0".getBytes(ISO_8859_1), tiff.array());
  }

  private static byte[] jpeg(int orientation) throws IOException {
    byte[] plain = picture("jpg");
    return joined(
        cut(plain, 0, 2),
        segment(0xe1, exif(orientation)),
        segment(0xe1, ("http://ns.adobe.com/xap/1.0/\0" + PLACE).getBytes(ISO_8859_1)),
        segment(0xed, ("Photoshop 3.0\0" + PLACE).getBytes(ISO_8859_1)),
        segment(0xfe, PLACE.getBytes(ISO_8859_1)),
        cut(plain, 2, plain.length),
        ("behind the end: " + PLACE).getBytes(ISO_8859_1));
  }

  private static byte[] chunk(String type, byte[] content) {
    byte[] named = joined(type.getBytes(ISO_8859_1), content);
    CRC32 sum = new CRC32();
    sum.update(named);
    return ByteBuffer.allocate(content.length + 12)
        .putInt(content.length)
        .put(named)
        .putInt((int) sum.getValue())
        .array();
  }

  private static String words(byte[] octets) {
    return new String(octets, ISO_8859_1);
  }

  private static void assertSamePixels(byte[] bare, byte[] given) throws IOException {
    BufferedImage one = ImageIO.read(new ByteArrayInputStream(bare));
    BufferedImage other = ImageIO.read(new ByteArrayInputStream(given));
    assertThat(one.getRGB(0, 0, 64, 48, null, 0, 64))
        .isEqualTo(other.getRGB(0, 0, 64, 48, null, 0, 64));
  }

  @Test
  void aPhotographTellsNoPlaceAndKeepsItsPixelsAndItsUpperSide() throws IOException {
    byte[] bare = PictureMetadataStripper.of(jpeg(6)).orElseThrow();
    assertThat(words(bare))
        .doesNotContain("GPS", "Photoshop", "adobe.com")
        .contains("Exif", "JFIF");
    assertThat(bare[2 + 4 + 6 + 8 + 2 + 9]).as("orientation").isEqualTo((byte) 6);
    assertSamePixels(bare, jpeg(6));
    assertThat(words(PictureMetadataStripper.of(jpeg(1)).orElseThrow())).doesNotContain("Exif");
    assertThat(PictureMetadataStripper.of(bare)).contains(bare);
  }

  @Test
  void aScreenshotTellsNothingEither() throws IOException {
    byte[] plain = picture("png");
    byte[] given =
        joined(
            cut(plain, 0, 33),
            chunk("eXIf", exif(1)),
            chunk("tEXt", PLACE.getBytes(ISO_8859_1)),
            chunk("iTXt", PLACE.getBytes(ISO_8859_1)),
            cut(plain, 33, plain.length),
            PLACE.getBytes(ISO_8859_1));
    assertThat(PictureMetadataStripper.of(given)).contains(plain);
  }

  @Test
  void aWebpLosesWhatStandsBesideThePicture() {
    byte[] inner = "VP8X\12\0\0\0\014\0\0\0\1\0\0\1\0\0VP8 \4\0\0\0abcd".getBytes(ISO_8859_1);
    byte[] exif = ("EXIF\5\0\0\0GPS 9\0XMP \4\0\0\0" + "GPS7").getBytes(ISO_8859_1);
    byte[] head = "RIFF\0\0\0\0WEBP".getBytes(ISO_8859_1);
    byte[] given = joined(head, inner, exif);
    ByteBuffer.wrap(given).order(ByteOrder.LITTLE_ENDIAN).putInt(4, given.length - 8);

    byte[] bare = PictureMetadataStripper.of(given).orElseThrow();

    assertThat(words(bare)).doesNotContain("GPS", "EXIF", "XMP").endsWith("abcd");
    assertThat(ByteBuffer.wrap(bare).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
        .isEqualTo(bare.length - 8);
    assertThat(bare[20]).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 21, 40, 90, 200})
  void aBrokenOneIsClosed(int octets) throws IOException {
    for (byte[] picture : List.of(jpeg(6), picture("png"), picture("gif"))) {
      byte[] broken = cut(picture, 0, octets);
      assertThat(PictureMetadataStripper.of(broken)).isEmpty();
      assertThat(PictureMetadataStripper.isClosed(broken)).isTrue();
    }
  }

  @Test
  void whatCannotBeTakenApartIsKnown() {
    for (String start : List.of("\0\0\0\030ftypheic\0\0", "II*\0GPS", "MM\0*GPS", "MM\0+GPS")) {
      assertThat(PictureMetadataStripper.isClosed(start.getBytes(ISO_8859_1))).as(start).isTrue();
    }
    assertThat(PictureMetadataStripper.isClosed("%PDF-1.7 GPS".getBytes(ISO_8859_1))).isFalse();
    assertThat(PictureMetadataStripper.isClosed("image/tiff")).isTrue();
    assertThat(PictureMetadataStripper.isClosed("image/png")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 60, 100_000, -5})
  void anExifThatPointsAnywhereGoesAsWell(int entries) throws IOException {
    byte[] exif = exif(6);
    ByteBuffer.wrap(exif).order(ByteOrder.LITTLE_ENDIAN).putInt(6 + 4, entries);
    exif[6 + 8] = (byte) 0xff; // more entries than there are octets
    exif[6 + 10] = 0; // and none of which side is up
    byte[] plain = picture("jpg");
    byte[] given = joined(cut(plain, 0, 2), segment(0xe1, exif), cut(plain, 2, plain.length));

    byte[] bare = PictureMetadataStripper.of(given).orElseThrow();

    assertThat(bare).isEqualTo(plain);
    assertThat(PictureMetadataStripper.isClosed(given)).isFalse();
  }

  @Test
  void fillBeforeAMarkerHidesNothing() throws IOException {
    byte[] fill = {(byte) 0xff, (byte) 0xff, (byte) 0xff};
    byte[] plain = picture("jpg");
    byte[] given =
        joined(cut(plain, 0, 2), fill, segment(0xe1, exif(1)), fill, cut(plain, 2, plain.length));

    assertThat(PictureMetadataStripper.of(given)).contains(plain);
  }

  @Test
  void aPhotographThatIsBrokenOffIsGivenAsFarAsItGoes() throws IOException {
    byte[] whole = jpeg(6);
    int end = words(whole).lastIndexOf("behind the end");
    byte[] broken = cut(whole, 0, end - 40);

    byte[] bare = PictureMetadataStripper.of(broken).orElseThrow();

    assertThat(words(bare)).doesNotContain("GPS").endsWith(words(cut(broken, end - 90, end - 40)));
    assertThat(PictureMetadataStripper.isClosed(broken)).isFalse();
    byte[] junk = joined(broken, new byte[] {(byte) 0xff, (byte) 0xd8}, segment(0xe1, exif(1)));
    assertThat(PictureMetadataStripper.of(junk)).contains(bare);
  }

  @Test
  void aGifLosesItsCommentsAndWhatProgramsWrite() throws IOException {
    byte[] plain = picture("gif");
    byte[] repeats = "!\377\013NETSCAPE2.0\3\1\0\0\0".getBytes(ISO_8859_1);
    byte[] comment = ("!\376\026" + PLACE + "\0").getBytes(ISO_8859_1);
    byte[] xmp = ("!\377\013XMP DataXMP\026" + PLACE + "\0").getBytes(ISO_8859_1);
    int head = 13 + (3 << ((plain[10] & 7) + 1));
    byte[] start = cut(plain, 0, head);
    byte[] rest = cut(plain, head, plain.length);

    byte[] bare =
        PictureMetadataStripper.of(
                joined(start, repeats, comment, xmp, rest, PLACE.getBytes(ISO_8859_1)))
            .orElseThrow();

    assertThat(bare).isEqualTo(joined(start, repeats, rest));
    assertSamePixels(bare, plain);
  }

  @Test
  void aPartThatSaysItIsLongerThanAnyIsNotRead() throws IOException {
    byte[] png = joined(cut(picture("png"), 0, 33), chunk("tEXt", PLACE.getBytes(ISO_8859_1)));
    byte[] webp = ("RIFF\100\0\0\0WEBPEXIF\0\0\0\0" + PLACE).getBytes(ISO_8859_1);
    png[33] = (byte) 0xff;
    webp[19] = (byte) 0xff;
    for (byte[] picture : List.of(png, webp)) {
      assertThat(PictureMetadataStripper.of(picture)).isEmpty();
      assertThat(PictureMetadataStripper.isClosed(picture)).isTrue();
    }
  }

  @Test
  void aLetterKeepsAllButThat() throws IOException {
    String head = "From: a@a.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
    String part =
        """
        --b\r
        \r
        See the picture.\r
        --b\r
        Content-Type: image/jpeg; name=a.jpg\r
        Content-Transfer-Encoding: base64\r
        \r
        %s\r
        --b--\r
        """;
    String given = Base64.getMimeEncoder().encodeToString(jpeg(1));
    RawLetter letter = RawLetter.of((head + part.formatted(given)).getBytes(UTF_8));

    String bare = new String(LetterPictureStripper.out(letter).toBytes(), UTF_8);

    String left = bare.substring(bare.indexOf("base64\r\n\r\n") + 10, bare.indexOf("\r\n--b--"));
    assertThat(words(Base64.getMimeDecoder().decode(left))).doesNotContain("GPS");
    assertThat(bare).startsWith(head + "--b\r\n\r\nSee the picture.\r\n--b\r\n");
    String plain = Base64.getMimeEncoder().encodeToString(picture("jpg"));
    RawLetter same = RawLetter.of((head + part.formatted(plain)).getBytes(UTF_8));
    assertThat(LetterPictureStripper.out(same)).isSameAs(same);
  }
}
