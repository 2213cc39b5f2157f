package org.caucus.mail.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that phones put below a letter are nobody's words, in many languages. */
class PhoneLinesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lähetetty iPhonesta",
        "Wysłano z iPhone’a",
        "Odesláno z iPhonu",
        "Trimis de pe iPhone",
        "Надіслано з iPhone",
        "Στάλθηκε από το iPhone μου",
        "Dikirim dari iPhone saya"
      })
  void areNoWords(String line) {
    assertThat(ReplyText.of("Yes.\n\n" + line)).isEqualTo("Yes.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lähettäjä: Ada Obi\nLähetetty: 2. maaliskuuta 2026\nVastaanottaja: Bola\nAihe: Luonnos",
        "Od: Ada Obi\nOdesláno: 2. března 2026\nKomu: Bola\nPředmět: Návrh",
        "Från: Ada Obi\nSkickat: den 2 mars 2026\nTill: Bola\nÄmne: Utkast"
      })
  void norIsTheHeadOfWhatIsAnswered(String head) {
    assertThat(ReplyText.of("Yes.\n\n" + head + "\n\nPart I.")).isEqualTo("Yes.");
  }
}
