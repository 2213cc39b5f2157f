package org.caucus.mail.auth.spf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.caucus.kernel.support.Growth;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/** What RFC 7208 says, case by case, and what a hostile record costs. */
class SpfCheckTest {
  private static final InetAddress HOST = InetAddress.ofLiteral("192.0.2.3");

  @SuppressWarnings("unchecked") // the file says so
  private static List<Map<String, Object>> groups() throws Exception {
    try (InputStream file =
        Objects.requireNonNull(SpfCheckTest.class.getResourceAsStream("/spf/cases.yaml"))) {
      return (List<Map<String, Object>>) new Yaml().load(new String(file.readAllBytes(), UTF_8));
    }
  }

  @TestFactory
  @SuppressWarnings("unchecked") // the file says so
  Stream<DynamicTest> everyCaseEndsAsTheStandardSays() throws Exception {
    return groups().stream()
        .flatMap(
            group ->
                ((List<List<Object>>) group.get("cases"))
                    .stream()
                        .map(
                            c ->
                                DynamicTest.dynamicTest(
                                    c.get(0).toString(),
                                    () ->
                                        assertThat(
                                                found(
                                                    (Map<String, Map<String, Object>>)
                                                        group.get("zone"),
                                                    c))
                                            .isEqualTo(c.get(3)))));
  }

  /** A pass that anybody would have got is called open. */
  private static String found(Map<String, Map<String, Object>> zone, List<Object> c) {
    String helo = c.size() > 4 ? c.get(4).toString() : "mail.example.com";
    SpfCheck.Found found =
        new SpfCheck(new Zone(zone))
            .check(InetAddress.ofLiteral(c.get(2).toString()), helo, c.get(1).toString());
    return found.open() && found.result() == SpfResult.PASS ? "open" : found.result().word();
  }

  @Test
  void whatARecordCanMakeUsAskIsBounded() {
    StringBuilder record = new StringBuilder("v=spf1");
    for (int i = 0; i < 400; i++) {
      record.append(" mx:m").append(i).append(".example.org");
    }
    Map<String, Map<String, Object>> known = new java.util.HashMap<>();
    known.put("big.example.org", Map.of("TXT", List.of(record + " -all")));
    for (int i = 0; i < 400; i++) {
      known.put("m" + i + ".example.org", Map.of("MX", java.util.Collections.nCopies(10, "x.y")));
    }
    Zone zone = new Zone(known);

    assertThat(new SpfCheck(zone).check(HOST, "h.example", "a@big.example.org").result())
        .isEqualTo(SpfResult.PERMERROR);
    assertThat(zone.asked()).isLessThanOrEqualTo(1 + 10 * 11);
  }

  @Test
  void serversThatAnswerSlowlyEndItInTime() {
    AtomicLong nanos = new AtomicLong();
    Zone zone =
        new Zone(
            Map.of(
                "slow.example.org",
                Map.of(
                    "TXT", List.of("v=spf1 a a a a a a a a a a -all"), "A", List.of("192.0.2.9"))));
    SpfCheck check = new SpfCheck(zone, () -> nanos.getAndAdd(Duration.ofSeconds(3).toNanos()));

    assertThat(check.check(HOST, "h.example", "a@slow.example.org").result())
        .isEqualTo(SpfResult.TEMPERROR);
    assertThat(zone.asked()).isLessThan(8);
  }

  @Test
  void aRecordOfSixtyFourThousandCharactersEndsSoon() {
    for (String unit : List.of("%{d}", "a.", "%{l1r-+.}", "/", "ip4:1.1.1.1 ", "x=%% ")) {
      double grows =
          Growth.of(
              64_000,
              characters -> {
                String record = "v=spf1 exists:" + unit.repeat(characters / unit.length());
                Zone zone = new Zone(Map.of("long.example.org", Map.of("TXT", List.of(record))));
                return () -> new SpfCheck(zone).check(HOST, "h.example", "a@long.example.org");
              });

      assertThat(grows).as(unit).isLessThan(Growth.LINEAR);
    }
  }
}
