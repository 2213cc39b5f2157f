package org.caucus.views.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.caucus.kernel.Refusal;
import org.caucus.views.outbound.PublicAddress;
import org.caucus.views.outbound.PublicUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program's address may be, and where a name may lead. */
class WebhookAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example/",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://0177.0.0.1/",
        "https://127.1/",
        "https://0/",
        "https://0.0.0.0/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[fe80::1%25eth0]/",
        "https://8.8.8.8/",
        "https://localhost/",
        "https://localhost./",
        "https://metadata.google.internal/",
        "https://metadata.google.internal./",
        "https://x.localhost./",
        "https://printer.local.:443/",
        "https://hooks.example../",
        "https://printer.local/",
        "https://caucus.home.arpa/",
        "https://x.localhost/",
        "https://intranet/",
        "https://user@hooks.example/",
        "https://hooks.example@127.0.0.1/",
        "https://hooks.example:25/",
        "https://hooks.example/#part",
        "https:///nowhere",
        "https://hooks.example\\@127.0.0.1/",
        "https://①②⑦.⓪.⓪.①/",
        "ftp://hooks.example/",
        "file:///etc/passwd",
        "hooks.example",
      })
  void whatIsNoNameOfTheInternetIsRefusedWithAReason(String url) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> PublicUrl.mustBeOpen(url, "url"))
        .satisfies(no -> assertThat(no.field()).isEqualTo("url"))
        .withMessageContaining("must start with https://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example/caucus",
        "https://hooks.example",
        "https://hooks.example.",
        "https://xn--bcher-kva.example:8443/in?key=1",
        "https://3com.example/",
        "https://a-b.hooks.example:443/",
      })
  void aNameIsTaken(String url) {
    PublicUrl.mustBeOpen(url, "url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.8",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001::1",
        "fe80::1",
        "fd00::1",
        "fc00::1",
        "ff02::1",
        "2001:db8::1",
        "100::1",
      })
  void noNameMayLeadThere(String address) throws UnknownHostException {
    assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "100.128.0.1", "2606:4700:4700::1111", "::ffff:1.1.1.1"})
  void aNameMayLeadThere(String address) throws UnknownHostException {
    assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
  }
}
