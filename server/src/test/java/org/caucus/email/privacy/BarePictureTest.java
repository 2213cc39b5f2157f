package org.caucus.email.privacy;

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
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.caucus.email.RawLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of a press conference, from real encoders, with what cameras write beside them. */
class BarePictureTest {
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
    byte[] bare = BarePicture.of(jpeg(6)).orElseThrow();
    assertThat(words(bare))
        .doesNotContain("GPS", "Photoshop", "adobe.com")
        .contains("Exif", "JFIF");
    assertThat(bare[2 + 4 + 6 + 8 + 2 + 9]).as("orientation").isEqualTo((byte) 6);
    assertSamePixels(bare, jpeg(6));
    assertThat(words(BarePicture.of(jpeg(1)).orElseThrow())).doesNotContain("Exif");
    assertThat(BarePicture.of(bare)).contains(bare);
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
    assertThat(BarePicture.of(given)).contains(plain);
  }

  @Test
  void aWebpLosesWhatStandsBesideThePicture() {
    byte[] inner = "VP8X\12\0\0\0\014\0\0\0\1\0\0\1\0\0VP8 \4\0\0\0abcd".getBytes(ISO_8859_1);
    byte[] exif = ("EXIF\5\0\0\0GPS 9\0XMP \4\0\0\0" + "GPS7").getBytes(ISO_8859_1);
    byte[] head = "RIFF\0\0\0\0WEBP".getBytes(ISO_8859_1);
    byte[] given = joined(head, inner, exif);
    ByteBuffer.wrap(given).order(ByteOrder.LITTLE_ENDIAN).putInt(4, given.length - 8);

    byte[] bare = BarePicture.of(given).orElseThrow();

    assertThat(words(bare)).doesNotContain("GPS", "EXIF", "XMP").endsWith("abcd");
    assertThat(ByteBuffer.wrap(bare).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
        .isEqualTo(bare.length - 8);
    assertThat(bare[20]).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 10, 21, 40, 90, 200})
  void aBrokenOneIsLeftAlone(int octets) throws IOException {
    assertThat(BarePicture.of(cut(jpeg(6), 0, octets))).isEmpty();
    assertThat(BarePicture.of(cut(picture("png"), 0, octets))).isEmpty();
  }

  @Test
  void whatCannotBeTakenApartIsKnown() {
    assertThat(BarePicture.isClosed("\0\0\0\030ftypheic\0\0".getBytes(ISO_8859_1))).isTrue();
    assertThat(BarePicture.isClosed("II*\0".getBytes(ISO_8859_1))).isFalse();
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

    String bare = new String(BarePictures.out(letter).toBytes(), UTF_8);

    String left = bare.substring(bare.indexOf("base64\r\n\r\n") + 10, bare.indexOf("\r\n--b--"));
    assertThat(words(Base64.getMimeDecoder().decode(left))).doesNotContain("GPS");
    assertThat(bare).startsWith(head + "--b\r\n\r\nSee the picture.\r\n--b\r\n");
    String plain = Base64.getMimeEncoder().encodeToString(picture("jpg"));
    RawLetter same = RawLetter.of((head + part.formatted(plain)).getBytes(UTF_8));
    assertThat(BarePictures.out(same)).isSameAs(same);
  }
}
