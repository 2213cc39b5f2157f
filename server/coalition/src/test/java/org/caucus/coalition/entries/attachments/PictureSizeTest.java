package org.caucus.coalition.entries.attachments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The width and height of pictures, from the first octets of the file. */
class PictureSizeTest {
  private static byte[] picture(String kind, int width, int height) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), kind, out);
    return out.toByteArray();
  }

  private static byte[] hex(String octets) {
    return HexFormat.of().parseHex(octets.replace(" ", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg", "gif"})
  void areReadFromTheHead(String kind) throws Exception {
    assertThat(PictureSize.of(picture(kind, 320, 200))).contains(new PictureSize(320, 200));
  }

  @Test
  void webpHasThreeForms() {
    assertThat(
            PictureSize.of(
                hex("52494646 00000000 57454250 56503820 00000000 000000 9d012a 4001 c800 00")))
        .contains(new PictureSize(320, 200));
    assertThat(PictureSize.of(hex("52494646 00000000 57454250 5650384c 00000000 2f 3fc13100 00")))
        .contains(new PictureSize(320, 200));
    assertThat(
            PictureSize.of(
                hex("52494646 00000000 57454250 56503858 0a000000 00000000 3f0100 c70000")))
        .contains(new PictureSize(320, 200));
  }

  @Test
  void aPhoneHeldUprightMadeItUpright() throws Exception {
    byte[] plain = picture("jpg", 320, 200);
    byte[] exif =
        hex("ffe1 0022 457869660000 4d4d002a 00000008 0001 0112 0003 00000001 0006 0000 00000000");
    byte[] turned = new byte[plain.length + exif.length];
    System.arraycopy(plain, 0, turned, 0, 2);
    System.arraycopy(exif, 0, turned, 2, exif.length);
    System.arraycopy(plain, 2, turned, 2 + exif.length, plain.length - 2);
    assertThat(PictureSize.of(turned)).contains(new PictureSize(200, 320));
  }

  @Test
  void whatHasTooManyPointsIsAFileLikeAnyOther() throws Exception {
    byte[] bomb = picture("png", 10, 10);
    System.arraycopy(hex("00003000 00003000"), 0, bomb, 16, 8); // 12,288 by 12,288
    assertThat(PictureSize.of(bomb)).isEmpty();
    System.arraycopy(hex("7fffffff 00000001"), 0, bomb, 16, 8);
    assertThat(PictureSize.of(bomb)).isEmpty();
  }

  @Test
  void whatIsBrokenOffOrNoPictureHasNone() throws Exception {
    for (String kind : new String[] {"png", "jpg", "gif"}) {
      byte[] whole = picture(kind, 320, 200);
      for (int length = 0; length < 10; length++) {
        assertThat(PictureSize.of(Arrays.copyOf(whole, length))).isEmpty();
      }
    }
    assertThat(PictureSize.of("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8)))
        .isEmpty();
    assertThat(PictureSize.of(new byte[70_000])).isEmpty();
    byte[] endless = new byte[70_000];
    Arrays.fill(endless, (byte) 0xff);
    endless[1] = (byte) 0xd8;
    assertThat(PictureSize.of(endless)).isEmpty();
  }
}
