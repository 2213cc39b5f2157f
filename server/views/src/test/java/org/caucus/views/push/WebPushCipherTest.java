package org.caucus.views.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Messages for browsers, as RFC 8291 has them. */
class WebPushCipherTest {
  private static final String BROWSER =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  private static final String AUTH = "BTBZMqHH6r4Tts7J_aSIgg";

  private static byte[] bytes(String url) {
    return Base64.getUrlDecoder().decode(url);
  }

  /** Appendix A. */
  @Test
  void theExampleOfTheStandardIsSealedAsItSays() throws Exception {
    KeyPair ours =
        new KeyPair(
            P256.key(
                bytes(
                    "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
            P256.secret(bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
    byte[] message = "When I grow up, I want to be a watermelon".getBytes(UTF_8);

    byte[] sealed =
        WebPushCipher.sealed(
            message,
            message.length,
            bytes(BROWSER),
            bytes(AUTH),
            ours,
            bytes("DGv6ra1nlYgDCS1FRnbzlw"));

    assertThat(sealed)
        .isEqualTo(
            bytes(
                "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmY"
                    + "WAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuw"
                    + "XPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"));
  }

  @Test
  void allMessagesAreOfOneLengthAndNoTwoAreEqual() {
    byte[] none = WebPushCipher.sealed(new byte[0], bytes(BROWSER), bytes(AUTH));
    byte[] most =
        WebPushCipher.sealed(new byte[WebPushCipher.MOST_BYTES], bytes(BROWSER), bytes(AUTH));

    assertThat(none).hasSize(WebPushCipher.SENT_BYTES);
    assertThat(most).hasSize(WebPushCipher.SENT_BYTES);
    assertThat(WebPushCipher.sealed(new byte[0], bytes(BROWSER), bytes(AUTH))).isNotEqualTo(none);
    assertThatThrownBy(
            () ->
                WebPushCipher.sealed(
                    new byte[WebPushCipher.MOST_BYTES + 1], bytes(BROWSER), bytes(AUTH)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A point beside the curve would give away our key (invalid-curve attack). */
  @Test
  void aPointBesideTheCurveIsNoKey() {
    byte[] beside = bytes(BROWSER);
    beside[64] ^= 1;

    assertThat(P256.isPoint(bytes(BROWSER))).isTrue();
    assertThat(P256.isPoint(beside)).isFalse();
    assertThat(P256.isPoint(new byte[P256.POINT_BYTES])).isFalse();
    assertThat(P256.isPoint(new byte[0])).isFalse();
    assertThatThrownBy(() -> WebPushCipher.sealed(new byte[1], beside, bytes(AUTH)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
