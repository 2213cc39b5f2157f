package org.caucus.mail.auth.dkim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.caucus.kernel.support.Growth;
import org.caucus.mail.auth.dmarc.Dmarc;
import org.caucus.mail.auth.dns.TxtRecords;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed here is believed here, and by others; what was touched is not. */
class SignaturesTest {
  private static final Instant NOW = Instant.parse("2026-06-14T09:30:00Z");

  private static final String LETTER =
      """
      From: Ada Obi <ada@rights.example>
      To: coalition@lists.example
      Subject: Notice within 24 hours
      Date: Sun, 14 Jun 2026 09:29:00 +0000
      Message-ID: <1@rights.example>
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8

      The draft asks for removal  within 24 hours.\t

      Ada


      """;

  private static final Map<String, String> PUBLISHED = new HashMap<>();
  private static final TxtRecords RECORDS =
      name -> PUBLISHED.containsKey(name) ? List.of(PUBLISHED.get(name)) : List.of();

  private static DkimKey rsa;
  private static DkimKey ed25519;

  @BeforeAll
  static void publish() throws GeneralSecurityException {
    KeyPair pair = pair("RSA");
    rsa = new DkimKey("rights.example", "r", pair.getPrivate());
    PUBLISHED.put("r._domainkey.rights.example", "v=DKIM1; k=rsa; p=" + base64(pair, 0));
    pair = pair("Ed25519");
    ed25519 = new DkimKey("rights.example", "e", pair.getPrivate());
    PUBLISHED.put("e._domainkey.rights.example", "v=DKIM1; k=ed25519; p=" + base64(pair, 12));
    PUBLISHED.put("gone._domainkey.rights.example", "v=DKIM1; p=");
  }

  private static KeyPair pair(String kind) throws GeneralSecurityException {
    KeyPairGenerator maker = KeyPairGenerator.getInstance(kind);
    if (kind.equals("RSA")) {
      maker.initialize(2048);
    }
    return maker.generateKeyPair();
  }

  private static String base64(KeyPair pair, int skip) {
    byte[] octets = pair.getPublic().getEncoded();
    return Base64.getEncoder().encodeToString(Arrays.copyOfRange(octets, skip, octets.length));
  }

  private static RawLetter letter(String text) {
    return RawLetter.of(text.replace("\n", "\r\n").getBytes(UTF_8));
  }

  private static DmarcAlignment authorship(TxtRecords records) {
    return new DmarcAlignment(records, new Dmarc(records, InstantSource.fixed(NOW)));
  }

  private static boolean proves(RawLetter letter) {
    return authorship(RECORDS).proves(letter, "rights.example", NOW);
  }

  private static RawLetter signed(DkimKey key) {
    return new DkimSigner(key).sign(letter(LETTER), NOW);
  }

  @Test
  void bothKindsOfKeysProve() {
    assertThat(proves(signed(rsa))).isTrue();
    assertThat(proves(signed(ed25519))).isTrue();
    assertThat(proves(letter(LETTER))).isFalse();
  }

  @Test
  void whatARelayDoesToFieldsAroundItDoesNotMatter() {
    RawLetter relayed =
        signed(rsa)
            .prepend(
                Header.structured("List-Id", "<coalition.lists.example>"),
                Header.structured("Received", "by lists.example"));

    assertThat(proves(relayed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"24 hours.", "Subject: Notice", "Ada Obi <ada"})
  void whatWasChangedIsNotProven(String touched) {
    String text = new String(signed(rsa).toBytes(), UTF_8);

    assertThat(proves(RawLetter.of(text.replace(touched, touched + "x").getBytes(UTF_8))))
        .isFalse();
  }

  /** RSA as RFC 8017 has it and Ed25519 give the same text the same signature. */
  @Test
  void whatManyHaveInCommonIsSignedForEachAsIfItWereAlone() {
    RawLetter common =
        letter("References: <one@x.example> <two@x.example>\nReply-To: a@x.example\n" + LETTER)
            .prepend(Header.structured("List-Id", "<coalition.lists.example>"));
    DkimSigner.Common shared = new DkimSigner.Common(common);
    List<RawLetter> readers =
        List.of(
            common,
            common.prepend(Header.structured("List-Unsubscribe", "<mailto:u.bola@lists.example>")),
            common.prepend(Header.structured("List-Unsubscribe", "<mailto:u.chidi@lists.example>")),
            common.without("References"),
            common.with(Header.ids("References", List.of("two@x.example"))),
            common.without("Reply-To").prepend(Header.structured("Reply-To", "r@lists.example")),
            common.prepend(Header.structured("X-Seats", "harbour, lantern")),
            common.prepend(Header.structured("From", "Second <second@rights.example>")),
            letter(LETTER.replace("24 hours", "48 hours")));

    for (RawLetter reader : readers) {
      RawLetter signed = new DkimSigner(ed25519).sign(reader, shared, NOW);

      assertThat(signed.toBytes()).isEqualTo(new DkimSigner(ed25519).sign(reader, NOW).toBytes());
      // of two From fields nothing is ever proven, however they are signed
      assertThat(new DkimCheck(RECORDS).signers(signed, NOW))
          .hasSize(reader.raw("From").size() == 1 ? 1 : 0);
    }
  }

  @Test
  void aSecondFromOnTopProvesNothing() {
    assertThat(proves(signed(rsa).prepend(Header.text("From", "eve@rights.example")))).isFalse();
  }

  @Test
  void aSignatureOverTheBeginningOfABodyProvesNothing() {
    RawLetter letter = letter(LETTER);
    byte[] beginning = Arrays.copyOf(Canonicalization.RELAXED.body(letter.body()), 10);
    Map<String, String> tags =
        Map.of(
            "v", "1",
            "a", "rsa-sha256",
            "c", "relaxed/relaxed",
            "d", "rights.example",
            "s", "r",
            "h", "from",
            "l", "10",
            "bh", Base64.getEncoder().encodeToString(SignatureField.sha256(beginning)),
            "b", "");
    Header partly =
        DkimSigner.signed(new TagField("DKIM-Signature", tags), letter, List.of("from"), rsa);

    assertThat(proves(letter.prepend(partly))).isFalse();
  }

  @Test
  void thePersonWhoElseSignedItIsNotItsAuthor() throws GeneralSecurityException {
    KeyPair pair = pair("RSA");
    PUBLISHED.put("x._domainkey.brightline.example", "p=" + base64(pair, 0));
    DkimKey other = new DkimKey("brightline.example", "x", pair.getPrivate());

    assertThat(proves(new DkimSigner(other).sign(letter(LETTER), NOW))).isFalse();
  }

  @Test
  void aRelativeSignsForAnotherUnlessThePolicyIsStrict() throws GeneralSecurityException {
    KeyPair pair = pair("RSA");
    PUBLISHED.put("x._domainkey.mail.rights.com", "p=" + base64(pair, 0));
    DkimKey relative = new DkimKey("mail.rights.com", "x", pair.getPrivate());
    RawLetter letter =
        new DkimSigner(relative).sign(letter(LETTER.replace("rights.example", "rights.com")), NOW);
    DmarcAlignment authorship = authorship(RECORDS);

    assertThat(authorship.proves(letter, "rights.com", NOW)).isTrue();
    assertThat(authorship.proves(letter, "rights.org", NOW)).isFalse();
    PUBLISHED.put("_dmarc.rights.com", "v=DMARC1; p=reject; adkim=s");
    assertThat(authorship(RECORDS).proves(letter, "rights.com", NOW)).isFalse();
  }

  @Test
  void aRevokedKeyAndNameServersThatAreAwayProveNothing() {
    DkimKey revoked = new DkimKey("rights.example", "gone", rsa.key());
    TxtRecords away =
        name -> {
          throw new TxtRecords.NotNow("away");
        };

    assertThat(proves(new DkimSigner(revoked).sign(letter(LETTER), NOW))).isFalse();
    assertThat(authorship(away).proves(signed(rsa), "rights.example", NOW)).isFalse();
  }

  @Test
  void oneSealAfterTheOtherIsAChainThatHolds() {
    ArcCheck check = new ArcCheck(RECORDS);
    RawLetter once =
        new ArcSealer(rsa, "lists.example")
            .seal(signed(rsa), "dkim=pass", check.check(signed(rsa), NOW), NOW);
    RawLetter twice =
        new ArcSealer(ed25519, "other.example")
            .seal(once, "dkim=pass", check.check(once, NOW), NOW);

    assertThat(check.check(letter(LETTER), NOW)).isEqualTo(ArcCheck.Chain.NONE);
    assertThat(check.check(once, NOW)).isEqualTo(ArcCheck.Chain.PASS);
    assertThat(check.check(twice, NOW)).isEqualTo(ArcCheck.Chain.PASS);
    String text = new String(twice.toBytes(), UTF_8).replace("24 hours.", "48 hours.");
    RawLetter touched = RawLetter.of(text.getBytes(UTF_8));
    assertThat(check.check(touched, NOW)).isEqualTo(ArcCheck.Chain.FAIL);
    RawLetter sealed =
        new ArcSealer(rsa, "lists.example").seal(touched, "none", ArcCheck.Chain.FAIL, NOW);
    assertThat(sealed.value("ARC-Seal").orElseThrow()).contains("cv=fail");
    assertThat(
            new ArcSealer(rsa, "lists.example")
                .seal(sealed, "none", ArcCheck.Chain.FAIL, NOW)
                .names())
        .as("nobody adds to a chain that is known to be broken")
        .isEqualTo(sealed.names());
  }

  private static RawLetter signedBy(List<String> names, RawLetter letter, String domain) {
    Map<String, String> tags =
        Map.of(
            "v", "1",
            "a", "rsa-sha256",
            "c", "relaxed/relaxed",
            "d", domain,
            "s", "r",
            "h", String.join(":", names),
            "bh", DkimSigner.bodyHash(letter),
            "b", "");
    return letter.prepend(
        DkimSigner.signed(new TagField("DKIM-Signature", tags), letter, names, rsa));
  }

  @ParameterizedTest
  @ValueSource(strings = {"to", "subject", "date", "message-id"})
  void aSignatureThatIsAsTrueOfTheSameWordsElsewhereProvesNothing(String left) {
    List<String> all = List.of("from", "to", "subject", "date", "message-id");
    List<String> some = all.stream().filter(n -> !n.equals(left)).toList();

    assertThat(proves(signedBy(all, letter(LETTER), "rights.example"))).isTrue();
    assertThat(proves(signedBy(some, letter(LETTER), "rights.example"))).isFalse();
    assertThat(
            proves(
                signedBy(all, letter(LETTER), "rights.example")
                    .prepend(Header.structured("To", "<press@lists.example>"))))
        .as("a second To on top, which nobody signed")
        .isFalse();
  }

  @Test
  void aDomainIsANameAndNotAReport() {
    String domain = "x arc=pass header.d=rights.example";
    PUBLISHED.put("r._domainkey." + domain, PUBLISHED.get("r._domainkey.rights.example"));
    RawLetter letter = signedBy(List.of("from"), letter(LETTER), domain);

    assertThat(new DkimCheck(RECORDS).signers(letter, NOW)).isEmpty();
  }

  @Test
  void asManyFieldsAsALetterMayHaveAreLookedThroughOnce() {
    double grows =
        Growth.of(
            99_000,
            fields -> {
              RawLetter many = manyFields(fields, fields / 520);
              return () ->
                  assertThat(new DkimCheck(RECORDS).signers(many, NOW))
                      .containsExactly("rights.example");
            });
    assertThat(grows).isLessThan(Growth.LINEAR);
  }

  /** All signatures name a field so often, and it stands there more often still. */
  private static RawLetter manyFields(int fields, int named) {
    List<String> names = new java.util.ArrayList<>(java.util.Collections.nCopies(named, "x"));
    names.add("from");
    RawLetter letter = letter("x:\n".repeat(fields) + LETTER);
    for (int i = 0; i < DkimCheck.MAX_SIGNATURES; i++) {
      letter = signedBy(names, letter, "rights.example");
    }
    return letter;
  }

  @Test
  void hostileSignaturesEndSoon() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      many.append("DKIM-Signature: v=1; a=rsa-sha256; d=x")
          .append(i)
          .append(".example; s=s; h=from; bh=a; b=b\n");
    }
    String endless = "DKIM-Signature: " + "a=b;".repeat(50_000) + "\n";
    int[] asked = {0};
    TxtRecords counting =
        name -> {
          asked[0]++;
          return List.of("v=DKIM1; p=" + "A".repeat(100_000));
        };

    assertThat(authorship(counting).proves(letter(many + LETTER), "rights.example", NOW)).isFalse();
    assertThat(authorship(counting).proves(letter(endless + LETTER), "rights.example", NOW))
        .isFalse();
    assertThat(asked[0]).isLessThanOrEqualTo(DkimCheck.MAX_SIGNATURES);
  }

  /** Each is checked against the whole letter. */
  @Test
  void onceOneSpeaksForTheLetterNoOtherIsLookedAt() {
    List<String> asked = new ArrayList<>();
    TxtRecords noting =
        name -> {
          asked.add(name);
          return RECORDS.of(name);
        };
    RawLetter twice = new DkimSigner(rsa).sign(signed(ed25519), NOW);

    assertThat(authorship(noting).extent(twice, "rights.example", NOW))
        .isEqualTo(SignatureExtent.LETTER);
    assertThat(asked).hasSize(1);
  }

  /** Another program, by other people, looks at what leaves here. */
  @Test
  @Tag("slow")
  void aStrangersProgramBelievesOurSignatures(@TempDir Path directory) throws Exception {
    if (!Files.exists(Path.of("/usr/lib/python3/dist-packages/dkim/__init__.py"))) {
      System.out.println("SignaturesTest: python3-dkim is not here, nobody looked from outside");
      Assumptions.abort("no python3-dkim");
    }
    ArcCheck check = new ArcCheck(RECORDS);
    RawLetter sealed =
        new ArcSealer(rsa, "rights.example")
            .seal(signed(rsa), "dkim=pass", check.check(signed(rsa), NOW), NOW);
    Path file = Files.write(directory.resolve("letter.eml"), sealed.toBytes());
    String record = PUBLISHED.get("r._domainkey.rights.example");
    String script =
        """
        import sys, dkim
        letter = open(sys.argv[1], 'rb').read()
        lookup = lambda name, timeout=5: sys.argv[2].encode()
        cv, results, reason = dkim.ARC(letter).verify(dnsfunc=lookup)
        print(dkim.verify(letter, dnsfunc=lookup), cv.decode())
        """;
    Process outside =
        new ProcessBuilder("/usr/bin/python3", "-c", script, file.toString(), record)
            .redirectErrorStream(true)
            .start();
    String said = new String(outside.getInputStream().readAllBytes(), UTF_8);

    assertThat(outside.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(said.strip()).isEqualTo("True pass");
  }
}
