package org.caucus.mail.dsn;

import java.util.regex.Pattern;

/** What mail systems write above their reports, and people above what they answer or send on. */
final class ReportSubject {
  private static final Pattern ANSWER =
      Pattern.compile(
          "(?iu)\\s*+(\\[[^\\]]{0,60}\\]\\s*)?(re|aw|sv|vs|tr|rv|res|ref|antw|odp|ynt|رد|回复|答复|fwd?|wg)\\s*:.*");

  /** Subjects of reports, in whatever name they come. */
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?iu)undeliver|non-?deliver|deliver\\w*"
              + " (status|fail|problem|error|report|notif|delay|unsuccess|has|have)|(failure|rejection|bounce)"
              + " notice|return(ed|ing) (mail|message|e-?mail|to sender)|(mail|message|e-?mail)"
              + " (system |delivery |processing )?(error|fail|bounce|return|rejected|status|not"
              + " delivered|could not|blocked)|(not|n['’]t|unable to|cannot|failed to|fail(ed|ure))"
              + " (to )?(be |been )?deliver|rejected (posting|message)|(request|message|post)"
              + " .{0,60}rejected|failed mail|bounced|unknown (user|recipient|address)|user"
              + " unknown|no such user|mailbox (is )?(full|unavailable)|processing error|wasn['’]t"
              + " delivered|(address|recipient)s? (not found|rejected|unknown)|delayed|non["
              + " -](remis|distribu|délivr|recapit)|échec|retour à l|impossible de"
              + " remettre|unzustellbar|zustell(fehler|ung|problem)|nicht"
              + " zugestellt|fehlgeschlagen|no (se )?(pudo|ha podido|entregad)|no"
              + " entregado|devuelto|error de entrega|(não|nao)"
              + " (entregue|pôde|foi)|falha|devolvid|mancato recapito|mancata consegna|non"
              + " consegnat|onbestelbaar|niet (afgeleverd|bezorgd)|kan inte levereras|kunne ikke"
              + " leveres|niedoręcz|nie dostarczon|zwrot|teslim"
              + " edilemedi|iletilemedi|kézbesíthetetlen|nedoručiteln|تعذر|فشل|لم يتم"
              + " التسليم|недоставлен|не доставлен|не может быть доставлен|невозможно"
              + " доставить|配信(不能|エラー|できません)|不達|送信エラー|退信|无法(投递|送达|传递)|無法(投遞|傳遞|送達)|投递失败|系统退信|반송|배달"
              + " 실패|전송 실패|전달되지");

  private ReportSubject() {}

  /** Whether it is that of a report, in whatever name it comes. */
  static boolean isOne(String subject) {
    return SUBJECT.matcher(subject).find();
  }

  /** Whether it is that of an answer, or of something sent on. */
  static boolean isAnswer(String subject) {
    return ANSWER.matcher(subject).matches();
  }
}
