package org.caucus.views.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.caucus.kernel.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose push services are called. */
class PushHostsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fcm.googleapis.com/fcm/send/a:b",
        "https://FCM.googleapis.com./wp/a",
        "https://updates.push.services.mozilla.com/wpush/v2/a",
        "https://web.push.apple.com/Qa",
        "https://wns2-par02p.notify.windows.com/w/?token=a%2fb",
      })
  void thoseOfTheBrowsersAreWithoutASetting(String endpoint) {
    PushHosts.USUAL.mustHold(endpoint);

    assertThat(PushHosts.USUAL.holds(URI.create(endpoint))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://push.example/a",
        "https://evilpush.apple.com.example/a",
        "https://push.apple.com.evil.example/a",
        "https://xfcm.googleapis.com/a",
        "http://fcm.googleapis.com/a",
        "https://amina:secret@fcm.googleapis.com/a",
        "https://fcm.googleapis.com:22/a",
        "https://127.0.0.1/a",
        "https://[::1]/a",
        "https://localhost/a",
        "https://2130706433/a",
        "https://metadata.google.internal/a",
        "https://fcm.googleapis.com/a#b",
      })
  void noOtherIs(String endpoint) {
    assertThatThrownBy(() -> PushHosts.USUAL.mustHold(endpoint)).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://127.0.0.1/a", "https://localhost/a", "http://push.example/a"})
  void wherePublicHostsAreAllowedInsideOnesAreNot(String endpoint) {
    PushHosts any = PushHosts.parse("any");

    any.mustHold("https://push.example/a");
    assertThatThrownBy(() -> any.mustHold(endpoint)).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "https://push.example", "*", "push", ".", "a.example,,b.example"})
  void whatIsNoHostIsNoSetting(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> PushHosts.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"any", "push.example", "push.example,.mozilla.com"})
  void whatIsSetIsReadAsItIsWritten(String text) {
    assertThat(PushHosts.parse(text).text()).isEqualTo(text);
    assertThat(PushHosts.parse(PushHosts.USUAL.text())).isEqualTo(PushHosts.USUAL);
  }
}
