package org.caucus.mail.dsn;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.caucus.mail.message.Automation;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;

/**
 * Whether a letter is the answer of somebody's machine, and no report of a mail system. A system is
 * known by its name; a sender with the name of a person is believed to report a failure only in
 * plain words for one, for people on leave speak of addresses and mailboxes, too.
 */
final class AutoReplyDetection {
  /** Subjects of answering machines, at the start of which a mail system has other words. */
  private static final String SUBJECTS =
      "automatic reply|auto(matic)?[- ]?(reply|response|answer)|out of (the )?office|away from|on"
          + " (vacation|holiday|leave)|vacation|abwesen|automatische antwort|réponse"
          + " automatique|absence|absente? (du|de)\\b|respuesta automática|fuera de la oficina|رد"
          + " تلقائي|الرد (الآلي|التلقائي)|رد آلي|i am (away|out)|resposta automática|fora do"
          + " escritório|((em|estou de) )?férias|risposta automatica|fuori ufficio|automatisch"
          + " antwoord|afwezig|autosvar|خارج المكتب|إجازة|автоответ|автоматический"
          + " ответ|automatyczna odpowiedź|poza biurem|otomatik (yanıt|cevap)|ofis"
          + " dışı|frånvaro|fravær|fraværende|poissa|automatická odpověď|automatikus válasz|不在|자동"
          + " (회신|응답)|自動(返信|応答)|自動回覆|自動回復|自动回复|自动答复";

  /** The same and more, where a person has the name for it: anywhere in the subject. */
  private static final Pattern PERSONS_SUBJECT =
      Pattern.compile(
          "(?iu)\\b(ooo|auto)\\b|(annual|maternity|paternity|parental|sick|study) leave|"
              + SUBJECTS
              + "|(new|change of|changed?) (my |our )?(e-?mail )?address|address has"
              + " changed|nouvelle adresse|neue (e-?mail-?)?adresse|en congé|urlaub|nicht im"
              + " (büro|haus)|vacaciones|ausente|ausência|ausencia|assente|assenza|in ferie|в"
              + " отпуске|отсутству|автоматическ|автоматична відповідь|відпуст|automatisk(t)?"
              + " svar|besvarelse|sjálfvirkt|odpowiedź automatyczna|nieobecno|urlop|mimo"
              + " kancelář|dovolen|răspuns automat|concediu|αυτόματη απάντηση|εκτός γραφείου|תשובה"
              + " אוטומטית|מענה אוטומטי|מחוץ למשרד|پاسخ خودکار|مرخصی|स्वचालित|balasan"
              + " otomatis|cuti|trả lời tự động|ตอบกลับอัตโนมัติ|부재|휴가|jibu (la"
              + " )?(ki)?otomatiki|jibu la moja|likizo"
              + "|izinde|tatil|休暇|休假|在休|atsakymas|szabadság|lomalla|automaattinen");

  private static final Pattern SYSTEMS_SUBJECT =
      Pattern.compile("(?iu)\\s*+((re|aw|sv|tr|rv|res|ref|رد): *)?(" + SUBJECTS + ").*");

  /** What programs put into the header of their answers, each in its own way. */
  private static final List<String> OWN_MARKS =
      List.of("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Reply", "X-Vacation");

  /** In the name or the local part of systems that are not called mailer-daemon or postmaster. */
  private static final Pattern SYSTEM_NAME =
      Pattern.compile(
          "(?i)daemon|postmaster|mail(ing)?[-_."
              + " ]{0,3}(system|deliver|admin|gateway|server|robot|service|er\\b)"
              + "|deliver|administrator|anti-?_?virus|\\bsmtp|microsoft|exchange|outlook|imss"
              + "|amavis|symantec|jetmail|gateway|listserv|listproc|majordomo|\\bserver\\b"
              + "|^owner-|-(owner|request|bounces)$");

  /** Who cares for a list by hand or by a program. */
  private static final Pattern OF_A_LIST = Pattern.compile("(?i)^owner-|-(owner|request|bounces)$");

  private static final Pattern NO_REPLY = Pattern.compile("(?i)(do[-_.]?)?no[-_.]?t?[-_.]?reply.*");

  private AutoReplyDetection() {}

  /** Whether a person's answering machine wrote it, or nobody speaks of a failure. */
  static boolean isAnswer(RawLetter letter, ParsedLetter parsed) {
    boolean replied =
        letter.values("Auto-Submitted").stream()
            .anyMatch(v -> v.strip().toLowerCase(Locale.ROOT).startsWith("auto-replied"));
    boolean marked =
        OWN_MARKS.stream().anyMatch(name -> letter.value(name).isPresent())
            || letter.values("Precedence").stream()
                .anyMatch(v -> v.strip().toLowerCase(Locale.ROOT).startsWith("auto"));
    boolean daemon = parsed.from().stream().anyMatch(a -> Automation.isDaemon(a.address()));
    boolean list =
        parsed.from().stream().anyMatch(a -> OF_A_LIST.matcher(a.address().localPart()).find());
    return SYSTEMS_SUBJECT.matcher(ReportLines.cut(parsed.subject())).matches()
        || ((replied || marked) && !daemon && !list)
        || !reports(parsed, daemon);
  }

  private static boolean reports(ParsedLetter parsed, boolean daemon) {
    if (daemon && parsed.from().stream().noneMatch(a -> isDeaf(a.address()))) {
      return true;
    }
    boolean system =
        parsed.from().isEmpty() || parsed.from().stream().anyMatch(AutoReplyDetection::isSystem);
    return system
        ? FailurePhrases.speakOfOne(parsed.subject(), parsed.text())
        : !PERSONS_SUBJECT.matcher(ReportLines.cut(parsed.subject())).find()
            && FailurePhrases.speakPlainlyOfOne(parsed.subject(), parsed.text());
  }

  /** Whether it hears no answers, as the receipts of shops and desks do not. */
  private static boolean isDeaf(MailAddress author) {
    return NO_REPLY.matcher(author.localPart()).matches();
  }

  /** Whether a mail system is named as its author, by its address or only by a word. */
  static boolean isOfSystem(RawLetter letter, ParsedLetter parsed) {
    return parsed.from().isEmpty()
        ? letter
            .value("From")
            .map(v -> v.isBlank() || SYSTEM_NAME.matcher(ReportLines.cut(v)).find())
            .orElse(true)
        : parsed.from().stream().anyMatch(a -> Automation.isDaemon(a.address()) || isSystem(a));
  }

  private static boolean isSystem(NamedAddress author) {
    return SYSTEM_NAME.matcher(author.address().localPart()).find()
        || SYSTEM_NAME.matcher(ReportLines.cut(author.name())).find();
  }
}
