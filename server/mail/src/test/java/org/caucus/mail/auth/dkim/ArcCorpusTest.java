package org.caucus.mail.auth.dkim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caucus.kernel.support.Checkout;
import org.caucus.mail.auth.dns.TxtRecords;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The public suite of ARC cases, with the name records that are in it. */
class ArcCorpusTest {
  private static final Instant NOW = Instant.parse("2026-06-14T09:30:00Z");
  private static final Path CORPUS = Checkout.root("../shared/corpus/arc");

  private static List<Map<String, Object>> scenarios(String file) throws IOException {
    if (!Files.isDirectory(CORPUS)) {
      System.out.println("ArcCorpusTest: skipped, no corpus at " + CORPUS);
      Assumptions.abort("no corpus");
    }
    List<Map<String, Object>> all = new ArrayList<>();
    for (Object document : new Yaml().loadAll(Files.readString(CORPUS.resolve(file)))) {
      if (document instanceof Map<?, ?> map) {
        all.add(strings(map));
      }
    }
    return all;
  }

  private static Map<String, Object> strings(Object map) {
    Map<String, Object> all = new java.util.LinkedHashMap<>();
    ((Map<?, ?>) map).forEach((k, v) -> all.put(String.valueOf(k), v == null ? "" : v));
    return all;
  }

  private static TxtRecords records(Map<String, Object> scenario) {
    Map<String, Object> records = strings(scenario.getOrDefault("txt-records", Map.of()));
    return name ->
        Optional.ofNullable(records.get(name))
            .map(r -> List.of(r.toString().strip()))
            .orElse(List.of());
  }

  private static RawLetter letter(Map<String, Object> test) {
    String message = test.get("message").toString();
    return RawLetter.of(message.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(UTF_8));
  }

  @Test
  void everyChainIsJudgedAsTheSuiteSays() throws IOException {
    int right = 0;
    List<String> wrong = new ArrayList<>();
    for (Map<String, Object> scenario : scenarios("arc-draft-validation-tests.yml")) {
      ArcCheck check = new ArcCheck(records(scenario));
      for (var test : strings(scenario.get("tests")).entrySet()) {
        Map<String, Object> one = strings(test.getValue());
        String expected = one.get("cv").toString().toUpperCase(Locale.ROOT);
        String is = check.check(letter(one), NOW).name();
        // some cases leave the verdict to the reader: an empty word
        if (expected.isBlank() || is.equals(expected)) {
          right++;
        } else {
          wrong.add(
              test.getKey()
                  + ": should be "
                  + expected
                  + ", is "
                  + is
                  + " ("
                  + one.get("description")
                  + ")");
        }
      }
    }
    wrong.forEach(System.out::println);
    System.out.printf("ARC suite, validation: %d of %d right%n", right, right + wrong.size());
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyLetterIsSealedAsTheSuiteSays() throws Exception {
    int right = 0;
    List<String> wrong = new ArrayList<>();
    for (Map<String, Object> scenario : scenarios("arc-draft-sign-tests.yml")) {
      DkimKey key =
          new DkimKey(
              scenario.get("domain").toString(),
              scenario.get("sel").toString(),
              pkcs1(scenario.get("privatekey").toString()));
      for (var test : strings(scenario.get("tests")).entrySet()) {
        Map<String, Object> one = strings(test.getValue());
        String is = sealed(one, key, records(scenario));
        String expected = expected(one);
        if (is.equals(expected)) {
          right++;
        } else {
          wrong.add(test.getKey() + " (" + one.get("description") + "):\n" + expected + "\n" + is);
        }
      }
    }
    wrong.forEach(System.out::println);
    System.out.printf("ARC suite, signing: %d of %d right%n", right, right + wrong.size());
    assertThat(wrong).isEmpty();
  }

  private static String sealed(Map<String, Object> test, DkimKey key, TxtRecords records) {
    RawLetter letter = letter(test);
    String id = test.get("srv-id").toString();
    List<String> names = List.of(test.get("sig-headers").toString().split(":"));
    RawLetter sealed =
        new ArcSealer(key, id)
            .seal(
                letter,
                ArcSealer.results(letter, id),
                new ArcCheck(records).check(letter, NOW),
                Instant.ofEpochSecond(Long.parseLong(test.get("t").toString())),
                names);
    return sealed.names().size() == letter.names().size()
        ? ""
        : dense(sealed.values("ARC-Seal").getFirst())
            + dense(sealed.values("ARC-Message-Signature").getFirst())
            + dense(sealed.values("ARC-Authentication-Results").getFirst());
  }

  private static String expected(Map<String, Object> test) {
    return dense(test.get("AS").toString())
        + dense(test.get("AMS").toString())
        + dense(test.get("AAR").toString());
  }

  private static String dense(String text) {
    return text.replaceAll("\\s+", "");
  }

  /** The suite's keys are in the older form: a PKCS#8 head makes them readable. */
  private static PrivateKey pkcs1(String pem) throws GeneralSecurityException {
    byte[] inner = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    byte[] head = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    octets.writeBytes(head);
    octets.write(4);
    octets.writeBytes(length(inner.length));
    octets.writeBytes(inner);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(0x30);
    whole.writeBytes(length(octets.size()));
    whole.writeBytes(octets.toByteArray());
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(whole.toByteArray()));
  }

  private static byte[] length(int length) {
    return new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
  }
}
