package org.caucus.mail.auth.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.mail.message.Archive;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What it would cost people that a signature must speak for all of a letter. */
class HonestLettersTest {
  private static final Instant NOW = Instant.parse("2026-06-14T09:30:00Z");

  /** What large providers and common programs sign, where a letter has it. */
  private static final Map<String, String> SIGNERS =
      Map.of(
          "gmail",
          "from:to:cc:subject:date:message-id:reply-to:in-reply-to:references:mime-version"
              + ":content-transfer-encoding",
          "opendkim",
          "from:to:cc:subject:date:message-id:reply-to:in-reply-to:references:mime-version"
              + ":content-type:content-transfer-encoding",
          "proton",
          "from:to:cc:subject:date:message-id:reply-to");

  private static boolean isCovered(RawLetter letter, String fields) {
    String names =
        Stream.of(fields.split(":", -1))
            .filter(name -> !letter.raw(name).isEmpty())
            .collect(Collectors.joining(":"));
    String field =
        "DKIM-Signature: v=1; a=rsa-sha256; d=x.example; s=s; bh=YQ==; b=YQ==; t=%d; h=%s\r\n"
            .formatted(NOW.getEpochSecond(), names);
    return SignatureCoverage.by(
        SignatureField.parse(field, SignatureField.DKIM).orElseThrow(), letter, NOW);
  }

  /** In percent. */
  private static long asked(String signer) throws IOException {
    List<RawLetter> letters = Archive.letters(Archive.path()).stream().map(RawLetter::of).toList();
    long asked = letters.stream().filter(letter -> !isCovered(letter, SIGNERS.get(signer))).count();
    System.out.println(
        "HonestLettersTest: as %s signs, %d of %d letters would be asked about"
            .formatted(signer, asked, letters.size()));
    return 100 * asked / letters.size();
  }

  @Test
  void fewOfThemAreAskedAbout() throws IOException {
    if (!Files.exists(Archive.path())) {
      System.out.println("HonestLettersTest: skipped, no corpus at " + Archive.path());
      Assumptions.abort("no corpus");
    }
    assertThat(asked("opendkim")).isLessThan(4);
    assertThat(asked("gmail")).isLessThan(12);
    assertThat(asked("proton")).as("which signs nothing of what is answered").isLessThan(90);
  }
}
