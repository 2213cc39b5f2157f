package org.caucus.postmaster.steps;

import java.util.List;
import java.util.regex.Pattern;
import org.caucus.hints.OwnWords;
import org.caucus.hints.Shown;
import org.caucus.postmaster.arrival.Incoming;

/**
 * Whether a letter reads like the answer of a program while somebody is away, though nothing in its
 * header says so (RFC 3834). Its author is asked, so a letter of a person that reads like one is
 * not lost.
 */
final class AwayMessage {
  /** More of a subject or a line is not looked at, in characters. */
  private static final int MOST_CHARS = 300;

  /** A person who is away has more to say than so many lines. */
  private static final int MOST_LINES = 10;

  /** What programs put before the subject that they answer, or have alone for one. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?iuU)(\\[auto[- ]?(reply|response)\\] .*|(\\[[^\\]]{0,60}\\]"
              + " ?)?(auto(matic|mated|matische)?[-"
              + " ]?(reply|response|answer|responder|antwort)|(réponse|message)"
              + " automatique|automatische (antwort|rückmeldung|abwesenheits\\S{0,20})"
              + "|abwesenheits(notiz|nachricht|meldung|assistent|info)\\w{0,3}|abwesend|respuesta"
              + " (automática|automatica)|resposta automática|risposta automatica|automatisch"
              + " antwoord|afwezigheids\\w{1,15}|autosvar|automatiskt? svar|automaattinen"
              + " vastaus|poissaoloviesti|automatyczna odpowiedź|odpowiedź automatyczna|automatická"
              + " (odpověď|odpoveď)|automatikus válasz|răspuns automat|otomatik"
              + " (yanıt|cevap)|αυτόματη απάντηση|автоматическ(ий|ое)"
              + " (ответ|уведомление)|автоответ(чик)?|автоматична відповідь|رد تلقائي|الرد"
              + " (التلقائي|الآلي)|رد آلي|תשובה אוטומטית|מענה אוטומטי|پاسخ خودکار"
              // and in the far east and south
              + "|自動(返信|応答|回覆|回復)|自动(回复|答复|回覆)|자동 ?(회신|응답)|balasan otomatis|trả lời tự"
              + " động|ตอบกลับอัตโนมัติ|स्वचालित (उत्तर|जवाब)|jibu (la )?(ki)?otomatiki|auto(?=:))"
              + " ?($|[:：\\-–—|(\\[].*|re: .*))");

  /** What people have for a subject while they are away: alone, or with until when. */
  private static final Pattern AWAY =
      Pattern.compile(
          "(?iuU)(\\[[^\\]]{0,60}\\] ?)?((i am |i'm |i’m |currently |je suis )*(out[- ]of[- ](the"
              + " )?office|ooo|on (vacation|holiday|leave|annual leave|parental leave|maternity"
              + " leave|sick leave)|away from (the office|my (desk|mail|e-?mail))|vacation"
              + " (notice|message|reply)|(message|avis) d['’]absence|absent(e)? du bureau|absence"
              + " du bureau|en congés?|nicht im (büro|haus)|im urlaub|fuera de (la"
              + " )?oficina|ausente (de la oficina|do escritório)|fora do escritório|de"
              + " (férias|vacaciones)|fuori (sede|ufficio)|in ferie|niet (aanwezig|op"
              + " kantoor)|afwezig|frånvaro(meddelande)?|fravær(smelding)?|ikke på kontoret|poza"
              + " biurem|nieobecność|mimo kancelář|ofis dışında(yım)?|вне офиса|в отпуске|خارج"
              + " المكتب|أنا خارج المكتب|في إجازة|מחוץ למשרד|εκτός"
              + " γραφείου|不在(通知|のお知らせ)|外出中|休暇中|不在办公室|부재중|notification"
              + " d['’]absence|außer haus|отсутствую|нет на месте|خارج مكتبي))( (auto(matic)?[-"
              + " ]?)?(reply|response|message|notice|notification|notificatie|melding))?"
              + " ?(!{0,3}|[:：\\-–—|(\\[].*|(re:|(until|till|from|jusqu|du|à"
              + " partir|bis|vom|ab|hasta|del?"
              + "|até|fino|dal|tot|van|t\\.?o\\.?m\\.?|do|od|до|с|حتى|من)\\b).*)");

  /** The same in words with which people begin a subject too: only of what answers a letter. */
  private static final Pattern ANSWERS =
      Pattern.compile(
          "(?iuU)((i am |i'm |i’m )?away|(annual|maternity|parental|sick) leave"
              + "|absence|absente?|urlaub|abwesenheit|ausente|assente|congés?|vacances"
              + "|إجازة|غائب|غائبة) ?($|[:：].*|(re:|until|jusqu|bis|hasta|fino|حتى).*)");

  /** How the text of one begins. */
  private static final Pattern BEGINS =
      Pattern.compile(
          "(?iuU)(hello|hi|dear|bonjour|hallo|guten tag|hola|thank you|thanks|merci|danke|vielen"
              + " dank|gracias|مرحبا|شكرا|السلام عليكم)?[^.!]{0,60}[,.!]? ?(i am|i'm|i’m|i will"
              + " be|this is an automat\\w+|je suis|je serai|ich bin|estoy|estaré|estou|sono|ik"
              + " ben|jag är|jestem|أنا) ?(currently |now |actuellement |derzeit |zurzeit |momentan"
              + " |zur zeit |aktuell |actualmente |attualmente |momenteel |absente? |حاليا )?(out"
              + " of (the )?office|away from (the office|my (desk|mail|e-?mail))|on (annual"
              + " |parental |maternity |sick )?(leave|vacation|holiday)|ed (reply|response)|ic"
              + " (reply|response)|en (congé|vacances)|absente? (du bureau|jusqu)|nicht im"
              + " (büro|haus)|im urlaub|abwesend|bis zum|fuera de la oficina|de"
              + " (vacaciones|férias)|fora do escritório|fuori ufficio|in ferie|afwezig|niet"
              + " aanwezig|خارج المكتب|في إجازة)\\b.*");

  /** What else such a text has: until when, and whom to turn to. */
  private static final Pattern SAYS =
      Pattern.compile(
          "(?iuU)\\b(until|returning|return on|be back|limited access|urgent|in my absence|jusqu|de"
              + " retour|en cas d['’]urgence|bis zum|bis einschließlich|wieder"
              + " (da|erreichbar|im)|dringend|weitergeleitet|hasta"
              + " el|regres|urgente|volver|até|retorn|rientr|fino al|spoed|terug"
              + "|حتى|عاجل|للضرورة)");

  private AwayMessage() {}

  /** Whether it reads like one. */
  static boolean isSeen(Incoming incoming) {
    String subject = cut(Shown.line(incoming.letter().subject()));
    boolean answers = !incoming.letter().inReplyTo().isEmpty();
    return isSubject(subject)
        || (answers && (isAnswer(subject) || isText(incoming.letter().text())));
  }

  /** Whether it is what programs put above such an answer, and people above other letters. */
  static boolean isAnswer(String subject) {
    return ANSWERS.matcher(subject).matches();
  }

  /** Whether it is what programs put above such an answer. */
  static boolean isSubject(String subject) {
    return NAMED.matcher(subject).matches() || AWAY.matcher(subject).matches();
  }

  /** Whether it is nothing but such an answer. */
  static boolean isText(String text) {
    List<String> lines =
        OwnWords.lines(text).stream()
            .filter(line -> !line.isEmpty())
            .map(AwayMessage::cut)
            .toList();
    return !lines.isEmpty()
        && lines.size() <= MOST_LINES
        && lines.stream().limit(2).anyMatch(line -> BEGINS.matcher(line).matches())
        && lines.stream().anyMatch(line -> SAYS.matcher(line).find());
  }

  private static String cut(String line) {
    return line.length() > MOST_CHARS ? line.substring(0, MOST_CHARS) : line;
  }
}
