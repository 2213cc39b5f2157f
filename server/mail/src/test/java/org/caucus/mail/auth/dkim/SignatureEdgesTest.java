package org.caucus.mail.auth.dkim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caucus.mail.auth.dns.TxtRecords;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 6376 says of the rare cases: of keys, of times, of what hosts on the way fold anew. */
class SignatureEdgesTest {
  private static final Instant NOW = Instant.parse("2026-06-14T09:30:00Z");
  private static final String NAME = "r._domainkey.rights.example";
  private static final List<String> ALL = List.of("from", "to", "subject");

  private static final String LETTER =
      """
      From: Ada Obi <ada@rights.example>
      To: coalition@lists.example
      Subject: Notice within 24 hours of a long working day

      Removal  in a day.
      """
          .replace("\n", "\r\n");

  private static DkimKey key;
  private static String rsa;
  private static String ed25519;

  @BeforeAll
  static void make() throws GeneralSecurityException {
    KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
    maker.initialize(2048);
    KeyPair pair = maker.generateKeyPair();
    key = new DkimKey("rights.example", "r", pair.getPrivate());
    rsa = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    byte[] curve =
        KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic().getEncoded();
    ed25519 = Base64.getEncoder().encodeToString(Arrays.copyOfRange(curve, 12, curve.length));
  }

  private static RawLetter letter() {
    return RawLetter.of(LETTER.getBytes(UTF_8));
  }

  private static RawLetter signed(RawLetter letter, Map<String, String> more) {
    Map<String, String> tags =
        new HashMap<>(
            Map.of(
                "v", "1",
                "a", "rsa-sha256",
                "c", "relaxed/relaxed",
                "d", "rights.example",
                "s", "r",
                "h", String.join(":", ALL),
                "bh", DkimSigner.bodyHash(letter),
                "b", ""));
    tags.putAll(more);
    return letter.prepend(
        DkimSigner.signed(new TagField("DKIM-Signature", tags), letter, ALL, key));
  }

  private static boolean holds(RawLetter letter, String... records) {
    TxtRecords published = name -> name.equals(NAME) ? List.of(records) : List.of();
    return new DkimCheck(published).signers(letter, NOW).contains("rights.example");
  }

  private static String record(String tags) {
    return tags.replace("{rsa}", rsa).replace("{ed}", ed25519);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p={rsa}",
        "v=DKIM1; p={rsa}",
        " v = DKIM1 ; k = rsa ; p = {rsa} ; ",
        "v=DKIM1; g=; p={rsa}",
        "v=DKIM1; g=nobody; n=a note; x_unknown=1; p={rsa}",
        "v=DKIM1; s=*; p={rsa}",
        "v=DKIM1; s=other:email; p={rsa}",
        "v=DKIM1; h=sha1:sha256; p={rsa}",
        "v=DKIM1; t=s; p={rsa}",
        "v=DKIM1; t=x_yes:why; p={rsa}",
        "v=DKIM1; t=; p={rsa}"
      })
  void aKeyIsAKeyHoweverItsRecordIsWritten(String tags) {
    assertThat(holds(signed(letter(), Map.of()), record(tags))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=DKIM1; p=",
        "v=DKIM2; p={rsa}",
        "v=DKIM1; p={rsa}; p={rsa}",
        "v=DKIM1; s=tlsrpt; p={rsa}",
        "v=DKIM1; t=y; p={rsa}",
        "v=DKIM1; t= s : y ; p={rsa}",
        "v=DKIM1; h=sha1; p={rsa}",
        "v=DKIM1; k=ed25519; p={rsa}",
        "v=DKIM1; k=ed25519; p={ed}",
        "v=DKIM1; k=rsa; p={ed}",
        "v=DKIM1; k=dsa; p={rsa}",
        "v=DKIM1; p=!!!",
        "v=spf1 -all",
        ""
      })
  void whatIsNoKeyForItProvesNothing(String tags) {
    assertThat(holds(signed(letter(), Map.of()), record(tags))).isFalse();
  }

  /** Where its key is asked for (RFC 6376 section 3.5): where nobody here can ask, nothing is. */
  @ParameterizedTest
  @CsvSource({
    "dns/txt, true",
    "' dns/txt ', true",
    "DNS/TXT, true",
    "'x-well-known : dns/txt', true",
    "x-well-known, false",
    "dns/txts, false",
  })
  void aSignatureIsReadByTheWayInWhichItsKeyIsFound(String query, boolean holds) {
    assertThat(holds(signed(letter(), Map.of("q", query)), record("v=DKIM1; p={rsa}")))
        .isEqualTo(holds);
  }

  /** RFC 8616: in letters with SMTPUTF8 the domain may stand as people write it. */
  @Test
  void aDomainInOtherLettersSignsAsTheOneInDns() {
    String octets = new String("b\u00fccher.example".getBytes(UTF_8), ISO_8859_1);
    RawLetter signed = signed(letter(), Map.of("d", octets, "i", "@mail." + octets));
    String latin = new String(signed.toBytes(), UTF_8);
    TxtRecords published =
        name -> name.equals("r._domainkey.xn--bcher-kva.example") ? List.of("p=" + rsa) : List.of();
    assertThat(new DkimCheck(published).signers(RawLetter.of(latin.getBytes(ISO_8859_1)), NOW))
        .containsExactly("xn--bcher-kva.example");
  }

  @Test
  void aStrictKeyIsForTheDomainItselfAlone() {
    RawLetter below = signed(letter(), Map.of("i", "@mail.rights.example"));

    assertThat(holds(below, record("p={rsa}"))).isTrue();
    assertThat(holds(below, record("t=x:s; p={rsa}"))).isFalse();
    assertThat(holds(signed(letter(), Map.of("i", "@rights.example.evil")), record("p={rsa}")))
        .isFalse();
    assertThat(holds(signed(letter(), Map.of("i", "@evilrights.example")), record("p={rsa}")))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1781429400, true", // NOW itself
    "1781429399, false",
    "99999999999, true",
    "0, false",
    "soon, false",
    "99999999999999999999999, false"
  })
  void aSignatureEndsWhenItSays(String until, boolean expected) {
    assertThat(holds(signed(letter(), Map.of("x", until)), record("p={rsa}"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1781429400, '', true", // NOW itself
    "1781433000, '', true", // an hour ahead
    "1781433001, '', false",
    "soon, '', true",
    "1781429000, 1781430000, true",
    "1781431000, 1781430000, false", // it ended before it was made
  })
  void aSignatureIsOfATimeThatCanBe(String made, String until, boolean expected) {
    Map<String, String> tags = new HashMap<>(Map.of("t", made));
    if (!until.isEmpty()) {
      tags.put("x", until);
    }

    assertThat(holds(signed(letter(), tags), record("p={rsa}"))).isEqualTo(expected);
  }

  /** Some domains publish the key as RFC 6376 section 3.6.1 has it, without its algorithm. */
  @Test
  void aBareRsaKeyIsAKey() {
    byte[] whole = Base64.getDecoder().decode(rsa);
    String bare = Base64.getEncoder().encodeToString(Arrays.copyOfRange(whole, 24, whole.length));

    assertThat(holds(signed(letter(), Map.of()), "v=DKIM1; k=rsa; p=" + bare)).isTrue();
  }

  @Test
  void theSignatureMayBeTheFirstOfItsTags() {
    RawLetter letter = letter();
    String tags =
        "; v=1; a=rsa-sha256; c=relaxed/relaxed; d=rights.example; s=r; h=from:to:subject; bh="
            + DkimSigner.bodyHash(letter);
    String fields = SignatureField.signedFields(letter, ALL, Canonicalization.RELAXED);
    String signature = key.sign(fields + "dkim-signature:b=" + tags);
    Header field = Header.structured("DKIM-Signature", "b=" + signature + tags);

    assertThat(holds(letter.prepend(field), record("p={rsa}"))).isTrue();
  }

  /** One set, whose message signature has these tags besides its own. */
  private static RawLetter sealed(Map<String, String> more, Map<String, String> ofSeal) {
    RawLetter letter = letter();
    Map<String, String> tags =
        new HashMap<>(
            Map.of(
                "i", "1",
                "a", "rsa-sha256",
                "c", "relaxed/relaxed",
                "d", "rights.example",
                "s", "r",
                "h", String.join(":", ALL),
                "bh", DkimSigner.bodyHash(letter),
                "b", ""));
    tags.putAll(more);
    List<String> names = List.of(tags.get("h").split(":"));
    Header message = DkimSigner.signed(new TagField(ArcCheck.MESSAGE, tags), letter, names, key);
    Header results = Header.structured(ArcCheck.RESULTS, "i=1; lists.example; none");
    Map<String, String> sealing =
        new HashMap<>(
            Map.of(
                "i",
                "1",
                "a",
                "rsa-sha256",
                "cv",
                "none",
                "d",
                "rights.example",
                "s",
                "r",
                "b",
                ""));
    sealing.putAll(ofSeal);
    TagField seal = new TagField(ArcCheck.SEAL, sealing);
    String text = relaxed(results) + relaxed(message) + seal.unsigned();
    return letter.prepend(seal.signed(key.sign(text)), message, results);
  }

  private static String relaxed(Header header) {
    return Canonicalization.RELAXED.field(new String(header.toBytes(), ISO_8859_1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          z=1                |              | PASS
          t=1781429400       | t=1781429400 | PASS
          x=1781429401       | z=1          | PASS
          x=1781429399       | z=1          | FAIL
          t=1781439400       | z=1          | FAIL
          z=1                | t=1781439400 | FAIL
          h=from             | z=1          | PASS
          h=FROM:subject     | z=1          | PASS
          h=to:subject       | z=1          | FAIL
          l=0                | z=1          | FAIL
          """)
  void aChainIsOfItsTimeAndOfTheWholeLetter(
      String ofMessage, @Nullable String ofSeal, ArcCheck.Chain worth) {
    TxtRecords published = name -> name.equals(NAME) ? List.of("p=" + rsa) : List.of();

    assertThat(new ArcCheck(published).check(sealed(tag(ofMessage), tag(ofSeal)), NOW))
        .isEqualTo(worth);
  }

  private static Map<String, String> tag(@Nullable String text) {
    return text == null
        ? Map.of()
        : Map.of(text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1));
  }

  /** RFC 8617 section 5.2.1: all failures are permanent, those of name servers too. */
  @Test
  void aChainWhoseKeyCannotBeHadNowIsBroken() {
    TxtRecords away =
        name -> {
          throw new TxtRecords.NotNow("SERVFAIL");
        };

    assertThat(new ArcCheck(away).check(sealed(Map.of(), Map.of()), NOW))
        .isEqualTo(ArcCheck.Chain.FAIL);
  }

  @Test
  void aChainMayHaveFiftySetsAndNoMore() {
    TxtRecords published = name -> name.equals(NAME) ? List.of("p=" + rsa) : List.of();
    ArcCheck check = new ArcCheck(published);
    ArcSealer sealer = new ArcSealer(key, "lists.example");
    RawLetter letter = letter();
    for (int i = 0; i < ArcCheck.MAX_SETS; i++) {
      letter = sealer.seal(letter, "none", i == 0 ? ArcCheck.Chain.NONE : ArcCheck.Chain.PASS, NOW);
    }
    String top = letter.raw(ArcCheck.SEAL).getFirst();
    RawLetter more = letter;
    for (String name : List.of(ArcCheck.SEAL, ArcCheck.MESSAGE, ArcCheck.RESULTS)) {
      String value = letter.value(name).orElseThrow().replace("i=50", "i=51");
      more = more.prepend(Header.structured(name, value.replaceAll("\\s+", " ").strip()));
    }

    assertThat(top).contains("i=50");
    assertThat(check.check(letter, NOW)).isEqualTo(ArcCheck.Chain.PASS);
    assertThat(check.check(more, NOW)).isEqualTo(ArcCheck.Chain.FAIL);
    assertThat(sealer.seal(letter, "none", ArcCheck.Chain.PASS, NOW).names())
        .isEqualTo(letter.names());
  }

  @Test
  void whatHostsFoldAnewIsTheSameWhereItsSignerAllowsThat() {
    String text = new String(signed(letter(), Map.of()).toBytes(), UTF_8);
    String folded =
        text.replace("Subject: Notice within", "SUBJECT :  Notice\r\n\t  within")
            .replace("To: coalition", "to:\r\n coalition")
            .replace("Removal  in a day.\r\n", "Removal \t in a day. \r\n\r\n\r\n");

    assertThat(holds(RawLetter.of(folded.getBytes(UTF_8)), record("p={rsa}"))).isTrue();
    assertThat(
            holds(
                RawLetter.of(text.replace("Removal  in", "Removalin").getBytes(UTF_8)),
                record("p={rsa}")))
        .isFalse();
  }

  @Test
  void oneGoodSignatureAmongBadOnesIsEnoughAndManyBadOnesAreNone() {
    RawLetter good = signed(letter(), Map.of());
    List<Header> bad = new ArrayList<>();
    for (String value :
        List.of(
            "v=1; a=rsa-sha256; d=rights.example; s=r; h=from; bh=AAAA; b=AAAA",
            "v=1; a=rsa-sha1; d=rights.example; s=r; h=from; bh=AAAA; b=AAAA",
            "v=2; nothing",
            ";;;")) {
      bad.add(Header.structured("DKIM-Signature", value));
    }

    assertThat(holds(good.prepend(bad.toArray(Header[]::new)), record("p={rsa}"))).isTrue();
    assertThat(holds(letter().prepend(bad.toArray(Header[]::new)), record("p={rsa}"))).isFalse();
  }

  @Test
  void aTagTwiceMakesASignatureVoid() {
    String text = new String(signed(letter(), Map.of()).toBytes(), UTF_8);
    String twice = text.replace("d=rights.example;", "d=rights.example; d=rights.example;");

    assertThat(text).isNotEqualTo(twice);
    assertThat(holds(RawLetter.of(twice.getBytes(UTF_8)), record("p={rsa}"))).isFalse();
  }

  @Test
  void nameServersThatAreAwayForOneKeyProveNothingButDoNotFail() {
    TxtRecords away =
        name -> {
          throw new TxtRecords.NotNow("SERVFAIL");
        };

    assertThat(new DkimCheck(away).signers(signed(letter(), Map.of()), NOW)).isEmpty();
    assertThat(new ArcCheck(away).check(letter(), NOW)).isEqualTo(ArcCheck.Chain.NONE);
  }
}
