package org.caucus.messaging.inbound.pipeline.steps;

import java.util.List;
import java.util.regex.Pattern;
import org.caucus.mail.reply.ReplyText;
import org.caucus.mail.reply.VisibleLine;
import org.caucus.messaging.inbound.pipeline.IncomingLetter;

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
          "(?iuU)(\\[(auto[- ]?(reply|response)|out[- ]of[- ]office|ooo)\\] .*|(\\[[^\\]]{0,60}\\]"
              + " ?)?(auto(matic|mated)?[-"
              + " ]?(reply|response|answer|responder|message)|automatische?[-"
              + " ]antwort|(réponse|message|courriel) (automatique|d['’]absence)|automatische"
              + " (e-?mail-?)?(antwort|rückmeldung|nachricht|abwesenheits\\S{0,20})"
              + "|abwesenheits(notiz|nachricht|meldung|assistent|info)\\w{0,3}|abwesend|(respuesta|mensaje)"
              + " (autom[áa]tic[oa]|de ausencia)|(resposta|mensagem) (autom[áa]tica|de"
              + " ausência)|(risposta|messaggio) (automatic[oa]|di assenza)|automatische?"
              + " (antwoord|reactie|bericht)|outomatiese"
              + " antwoord|afwezigheids\\w{1,15}|autosvar|automatiskt? svar|automaattinen"
              + " vastaus|poissaoloviesti|automatyczna odpowiedź|odpowiedź automatyczna|automatická"
              + " (odpověď|odpoveď)|automatski odgovor|samodejni odgovor|automaatvastus|automatikus"
              + " válasz|răspuns automat|otomatik (yanıt|cevap)|αυτόματη"
              + " απάντηση|автоматическ(ий|ое) (ответ|уведомление)|автоответ(чик)?|автоматична"
              + " відповідь|автоматичен отговор|(ال)?رد"
              + " (ال)?(تلقائ[يى]|[آا]لي)|(رسالة|إجابة|استجابة) (تلقائية|آلية)|תשובה אוטומטית|מענה"
              + " אוטומטי|پاسخ خودکار|خودکار جواب|(外出)?(自動|自动)(返信|応答|回覆|回復|回复|答复)|자동"
              + " ?(회신|응답)|balasan otomatis|trả lời tự động|ตอบกลับอัตโนมัติ|स्वचालित"
              + " (उत्तर|जवाब)|jibu (la )?(ki)?otomatiki|jibu la moja kwa moja|auto(?=:))"
              + " ?($|[:：\\-–—|(\\[].*|re: .*))");

  /** What people have for a subject while they are away: alone, or with until when. */
  private static final Pattern AWAY =
      Pattern.compile(
          "(?iuU)(\\[[^\\]]{0,60}\\] ?)?((i am |i'm |i’m |currently |je suis |actuellement |ich bin"
              + " |derzeit |estoy |estou |sono |ik ben |jag är |jestem |я |нахожусь |أنا |niko"
              + " |nipo )*(out[- ]of[- ](the )?office|ooo|oof|on (vacation|holiday|leave|annual"
              + " leave|parental leave|maternity leave|sick leave)|away from (the |my"
              + " )?(office|desk|mail|e-?mail)|vacation"
              + " (notice|message|reply|response)|(absence|holiday|leave)"
              + " (notice|message|notification)|(avis|notification) d['’]absence|absent(e|\\(e\\))?"
              + " (du bureau|(?=jusqu))|absence (du bureau|temporaire)|en congés?|nicht im"
              + " (büro|haus)|im urlaub|außer haus|fuera de (la )?oficina|ausente (de la oficina|do"
              + " escritório)|ausencia temporal|ausência (do escritório|temporária)|fora do"
              + " escritório|de (férias|vacaciones)|fuori (sede|ufficio)|in ferie|niet (aanwezig|op"
              + " kantoor)|buiten kantoor|(met|op)"
              + " vakantie|afwezig|frånvaro(meddelande)?|frånvarande|på"
              + " semester|fravær(smelding)?|ikke på kontoret|poissa|lomalla|poza biurem|na"
              + " urlopie|nieobecność( w biurze)?|nepřítomnost|mimo kancelář|házon kívül|ofis"
              + " dışında(yım)?|izindeyim|tatildeyim|вне офиса|в отпуске|отсутствую|нет на"
              + " месте|خارج (المكتب|مكتبي|العمل)|في إجازة|إشعار (غياب|الغياب)|מחוץ למשרד|εκτός"
              + " γραφείου|不在(通知|のお知らせ)|外出(中|通知)|休暇中|休假(中|通知)?|不在办公室|부재(중| 알림)|nje ya"
              + " ofisi|likizo|likizoni|sipo ofisini)( (auto(matic)?[-"
              + " ]?)?(reply|response|message|notice|notification|notificatie|melding))?"
              + " ?(!{0,3}|[:：\\-–—|(\\[].*|(re:|(until|till|from|jusqu|du|à"
              + " partir|bis|vom|ab|hasta|del?|até|fino|dal|tot"
              + "|van|t\\.?o\\.?m\\.?|do|od|до|с|hadi|حتى|من)\\b).*))");

  /** The same said of somebody by their name, and nothing else. */
  private static final Pattern SOMEBODY =
      Pattern.compile(
          "(?!(The|Our|Who|Why|Is|When|What|All|No) )\\p{Lu}[\\p{L}.'’/-]{0,30}+("
              + " \\p{Lu}[\\p{L}.'’/-]{0,30}+){0,3}( is|:|,) (currently )?(out of (the"
              + " )?office|away from (the|her|his) (office|desk)|on (annual )?leave|on"
              + " vacation)\\.?( (until|till|from|\\().*)?");

  /** The same in words with which people begin a subject too: only of what answers a letter. */
  private static final Pattern ANSWERS =
      Pattern.compile(
          "(?iuU)((i am |i'm |i’m )?away|vacation|(annual|maternity|parental|sick) leave"
              + "|absence|absente?|urlaub|abwesenheit|ausente|assente|congés?|vacances"
              + "|إجازة|غائب|غائبة) ?($|[:：].*|(re:|until|jusqu|bis|hasta|fino|حتى).*)");

  /** How the text of one begins. */
  private static final Pattern BEGINS =
      Pattern.compile(
          "(?iuU)[^.!?]{0,80}[,.!]? ?(i am|i'm|i’m|i will be|je suis|je serai|ich"
              + " bin|estoy|estaré|me encuentro|estou|estarei|encontro-me|sono|sarò|ik ben|jag"
              + " är|jestem|niko|nipo|أنا|я|нахожусь)"
              + " ?((currently|now|actuellement|derzeit|zurzeit|momentan|zur zeit|aktuell|bis zum"
              + " .{1,15}|actualmente|attualmente|momenteel|حاليا) )?(out of (the )?office|away"
              + " from (the office|my (desk|mail|e-?mail))|on (annual |parental |maternity |sick"
              + " )?(leave|vacation|holiday)|travell?ing with|en"
              + " (congés?|vacances|déplacement)|absente? (du bureau|jusqu)|nicht im"
              + " (büro|haus)|außer haus|im urlaub|abwesend|fuera de (la )?oficina|ausente|de"
              + " (vacaciones|férias)|fora do escritório|fuori (ufficio|sede)|in ferie|afwezig|niet"
              + " aanwezig|(met|op) vakantie|på semester|na urlopie|poza biurem|likizo(ni)?|nje ya"
              + " ofisi|خارج (المكتب|العمل)|في إجازة|غير موجودة? في المكتب|в отпуске|вне"
              + " офиса)\\b.*|.{0,100}\\b(sipo ofisini|меня нет в офисе|izindeyim|tatildeyim|ofis"
              + " dışındayım)\\b.*");

  /** What a program says of itself. */
  private static final Pattern AUTOMATIC =
      Pattern.compile(
          "(?iuU)\\b(this is an automat(ic|ed) (reply|response|message|e-?mail)|ceci est (une"
              + " réponse|un message) automatique|dies ist eine automatische|este es un mensaje"
              + " automático|esta é uma (mensagem|resposta) automática|questo è un messaggio"
              + " automatico|dit is een automatisch|هذا رد (تلقائي|آلي)|هذه رسالة"
              + " (تلقائية|آلية)|это автоматическ|hii ni (jibu|ujumbe) )");

  /** What else such a text has: until when, and whom to turn to. */
  private static final Pattern SAYS =
      Pattern.compile(
          "(?iuU)\\b(until|through|returning|return on|my return|be back|i['’]m back|limited"
              + " access|urgent|in my absence|from .{1,25} to|jusqu|de retour|mon retour|accès"
              + " limité|en cas d['’]urgence|bis zum|bis einschließlich|meiner rückkehr|wieder"
              + " (da|erreichbar|im)|dringend|weitergeleitet|hasta el|regres|acceso"
              + " limitado|urgente|volver|até|retorn|rientr|fino al|spoed|dringende|terug|tot en"
              + " met|hadi|kwa dharura|kadar|till den|åter|pilnych|do \\d|до|срочн"
              + "|возвращени|حتى|عاجل|للضرورة|عودتي|سأعود|حاليا)");

  /** As such a text begins: thanks for a letter that nobody read. */
  private static final Pattern THANKS =
      Pattern.compile(
          "(?iuU)(thank|merci|(vielen"
              + " )?dank|gracias|obrigad|grazie|asante|شكرا|спасибо|tack|dziękuj|teşekkür).{0,25}\\b"
              + "(message|e-?mail|mail|nachricht|mensaje|correo|mensagem|messaggio|bericht|ujumbe|رسالتك"
              + "|письмо|mejl|wiadomość).*");

  private AwayMessage() {}

  /** Whether it reads like one. */
  static boolean isSeen(IncomingLetter incoming) {
    String subject = cut(VisibleLine.line(incoming.letter().subject()));
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
    return NAMED.matcher(subject).matches()
        || AWAY.matcher(subject).matches()
        || SOMEBODY.matcher(subject).matches();
  }

  /** Whether it is nothing but such an answer. */
  static boolean isText(String text) {
    List<String> lines =
        ReplyText.lines(text).stream()
            .filter(line -> !line.isEmpty())
            .map(AwayMessage::cut)
            .toList();
    if (lines.isEmpty() || lines.size() > MOST_LINES) {
      return false;
    }
    List<String> first = lines.stream().limit(2).toList();
    return first.stream().anyMatch(line -> AUTOMATIC.matcher(line).find())
        || (first.stream().anyMatch(line -> BEGINS.matcher(line).matches())
            && lines.stream().noneMatch(line -> line.contains("?") || line.contains("؟"))
            && lines.stream().anyMatch(AwayMessage::saysMore));
  }

  private static boolean saysMore(String line) {
    return SAYS.matcher(line).find() || THANKS.matcher(line).lookingAt();
  }

  private static String cut(String line) {
    return line.length() > MOST_CHARS ? line.substring(0, MOST_CHARS) : line;
  }
}
