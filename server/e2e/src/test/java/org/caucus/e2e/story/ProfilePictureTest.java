package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** By what members are shown, over HTTP: who sets it, who sees it, and what cannot be one. */
@Tag("slow")
class ProfilePictureTest extends OnDemo {
  private static final String OWN = W + "/my-profile/picture";
  private static final int IHDR_WIDTH = 16;

  private static byte[] square(String form, int width, int height, int seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(seed);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, seed < 0 ? random.nextInt() : x * seed);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, form, out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  /** As a telephone writes it: with where it was taken. */
  private static byte[] photo() {
    byte[] bare = square("jpg", 96, 96, 3);
    byte[] place = "\377\341\0\30Exif\0\0 GPS 9.07 7.39".getBytes(ISO_8859_1);
    place[3] = (byte) (place.length - 2);
    byte[] out = new byte[bare.length + place.length];
    System.arraycopy(bare, 0, out, 0, 2);
    System.arraycopy(place, 0, out, 2, place.length);
    System.arraycopy(bare, 2, out, 2 + place.length, bare.length - 2);
    return out;
  }

  private static JsonObject of(byte[] picture) {
    return new JsonObject().put("picture", Base64.getEncoder().encodeToString(picture));
  }

  private static JsonObject seat(Browser who, String name) {
    return who.get(W).json().getJsonArray("seats").stream()
        .map(JsonObject.class::cast)
        .filter(s -> s.getString("name").startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private static String href(Browser who, String name) {
    JsonObject seat = seat(who, name);
    return W + "/seats/" + seat.getString("id") + "/pictures/" + seat.getString("picture");
  }

  @Test
  void allWhoReadTheNameSeeItUntilItIsTakenAway() {
    byte[] photo = photo();
    assertThat(new String(photo, ISO_8859_1)).contains("GPS");
    Browser.Reply set = program("amina@").post(OWN, of(photo));
    assertThat(set.status()).as(set.text()).isEqualTo(201);

    String href = href(dara, "Amina");
    Browser.Reply got = dara.get(href);
    assertThat(got.status()).isEqualTo(200);
    assertThat(got.header("cache-control")).isEqualTo("private, max-age=31536000, immutable");
    assertThat(got.header("content-type")).isEqualTo("application/octet-stream");
    assertThat(got.header("content-security-policy")).startsWith("sandbox");
    assertThat(new String(got.body().getBytes(), ISO_8859_1)).doesNotContain("GPS", "Exif");
    assertThat(got.body().getBytes()).isEqualTo(square("jpg", 96, 96, 3));
    assertThat(dara.get(href.substring(0, href.length() - 4) + "0000").status()).isEqualTo(404);
    assertThat(dara.get(href.replace("/seats/", "/seats/x")).status()).isEqualTo(404);
    assertThat(new Browser(base).get(href).status()).isIn(401, 404);
    assertThat(amina.post(OWN, of(photo)).status()).isEqualTo(409);

    assertThat(amina.post(OWN, of(square("png", 64, 64, 5))).status()).isEqualTo(201);
    assertThat(dara.get(href).status()).isEqualTo(404);
    String now = href(dara, "Amina");
    assertThat(dara.get(now).status()).isEqualTo(200);

    assertThat(amina.delete(OWN).status()).isEqualTo(200);
    assertThat(seat(dara, "Amina").getString("picture")).isNull();
    assertThat(dara.get(now).status()).isEqualTo(404);
    assertThat(amina.delete(OWN).status()).isEqualTo(409);
    assertThat(amina.get(W + "/audit").text()).contains("seat.pictured");
  }

  private void refused(byte[] picture, int status, String why) {
    Browser.Reply reply = dara.post(OWN, of(picture));
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.text()).contains(why);
    assertThat(seat(amina, "Dara").getString("picture")).isNull();
  }

  @Test
  void whatCannotBeOneIsRefusedWithTheReason() {
    byte[] png = square("png", 64, 64, 7);
    refused(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(ISO_8859_1),
        400,
        "An SVG file can contain a program");
    refused("GIF89a and so on".getBytes(ISO_8859_1), 400, "Choose a PNG, JPEG or WebP picture");
    refused(square("png", 512, 512, -1), 413, "The limit is 32");
    refused(square("png", 64, 65, 7), 400, "64 × 65 pixels");
    refused(square("png", 16, 16, 7), 400, "16 × 16 pixels");
    refused(square("jpg", 600, 600, 1), 400, "600 × 600 pixels");
    refused(Arrays.copyOf(png, png.length - 9), 400, "damaged");

    byte[] bomb = png.clone();
    ByteBuffer.wrap(bomb).putInt(IHDR_WIDTH, 60_000).putInt(IHDR_WIDTH + 4, 60_000);
    refused(bomb, 400, "damaged");

    byte[] moving = new byte[png.length + 20];
    int head = 33;
    System.arraycopy(png, 0, moving, 0, head);
    ByteBuffer.wrap(moving).position(head).putInt(8).put("acTL".getBytes(ISO_8859_1));
    System.arraycopy(png, head, moving, head + 20, png.length - head);
    refused(moving, 400, "This picture moves");
  }
}
