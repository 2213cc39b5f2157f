package org.caucus.messaging.distribution.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list's mark stands in a subject once, whatever mail programs put before answers. */
class SubjectTagTest {
  @ParameterizedTest
  @CsvSource({
    "Memo, [COP] Memo",
    "Re: Memo, Re: [COP] Memo",
    "AW: Memo, AW: [COP] Memo",
    "SV: Memo, SV: [COP] Memo",
    "Antw: Memo, Antw: [COP] Memo",
    "Odp: Memo, Odp: [COP] Memo",
    "YNT: Memo, YNT: [COP] Memo",
    "回复: Memo, 回复: [COP] Memo",
    "回复：Memo, 回复： [COP] Memo",
    "رد: مذكرة, رد: [COP] مذكرة",
    "Re[2]: Memo, Re[2]: [COP] Memo",
    "Re*3: Memo, Re*3: [COP] Memo",
    "RE : Mémo, RE : [COP] Mémo",
    "Réf. : Mémo, Réf. : [COP] Mémo",
    "Antwort: Memo, Antwort: [COP] Memo",
    "İLT: Memo, İLT: [COP] Memo",
    "إعادة توجيه: مذكرة, إعادة توجيه: [COP] مذكرة",
    "\u200Fرد\u200F: مذكرة, \u200Fرد\u200F: [COP] مذكرة",
    "Va\u0301: Memo, Va\u0301: [COP] Memo",
    "답장: Memo, 답장: [COP] Memo",
    "Ответ: Memo, Ответ: [COP] Memo",
    "Révision: Memo, [COP] Révision: Memo",
    "RE: AW: Memo, RE: AW: [COP] Memo",
    "[COP] Re: [COP] Memo, Re: [COP] Memo",
    "Re: [cop] Re: [COP] Memo, Re: Re: [COP] Memo",
    "Report: what we saw, [COP] Report: what we saw",
    "Reply wanted, [COP] Reply wanted",
    "Re Memo, [COP] Re Memo",
    "Trả lời: Bản ghi nhớ, Trả lời: [COP] Bản ghi nhớ",
    "ตอบกลับ: บันทึก, ตอบกลับ: [COP] บันทึก",
    "YML: Memo, YML: [COP] Memo",
    "答覆: Memo, 答覆: [COP] Memo",
    "Re: [Press] Memo, Re: [COP] [Press] Memo",
    "[Press] Re: [COP] Re: [COP] Memo, [COP] [Press] Re: Re: Memo",
    "Re: [COP] [Press] [COP] Memo, Re: [COP] [Press] Memo",
    "[, [COP] [",
    "[] Memo, [COP] [] Memo",
    "'', [COP]"
  })
  void itIsPutWhereItBelongs(String subject, String tagged) {
    assertThat(SubjectTag.on(subject, "[COP]")).contains(tagged);
    assertThat(SubjectTag.on(tagged, "[COP]")).as("put again").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[COP] Memo",
        "Re: [COP] Memo",
        "[COP] Re: Memo",
        "AW: [cop] Memo",
        "Re: [Press] [COP] Memo",
        "[Press] Re: [COP] Memo"
      })
  void aSubjectThatHasItOnceStaysAsItIs(String subject) {
    assertThat(SubjectTag.on(subject, "[COP]")).isEmpty();
  }

  @Test
  void withoutATagNothingChangesAndEncodedWordsAreRead() {
    RawLetter letter =
        RawLetter.of(
            "Subject: =?UTF-8?B?UmU6IE3DqW1vcmFuZHVt?=\r\n\r\nx"
                .getBytes(StandardCharsets.US_ASCII));

    assertThat(SubjectTag.on(letter, "").toBytes()).isEqualTo(letter.toBytes());
    RawLetter tagged = SubjectTag.on(letter, "[COP]");
    assertThat(SubjectTag.on(tagged, "[COP]").toBytes()).isEqualTo(tagged.toBytes());
    assertThat(tagged.body()).isEqualTo(letter.body());
  }
}
