package org.caucus.mail.dsn;

import java.util.List;
import java.util.regex.Pattern;
import org.caucus.mail.message.MailAddress;

/** Words by which a report for people says that a letter failed, did not, or may still arrive. */
final class FailurePhrases {
  /** All that may speak of a failure, where a mail system says it. */
  private static final Pattern FAILURE =
      Pattern.compile(
          "(?i)undeliver|deliver(y|ed|able)?|returned mail|return(ed|ing) to sender|fail(ed|ure"
              + "|ing)|reject|bounce|not (be"
              + " )?(sent|received|accepted|forwarded|distributed|posted)|not a"
              + " (member|subscriber)|unknown (user|recipient|address)|user unknown|no such"
              + " (user|person|account)|quota|mailbox|problem with|error|has not been|did not"
              + " reach|not listed|address|non (remis|distribué|délivré)|n['’]a pas"
              + " pu|échec|unzustellbar|nicht zugestellt|no se (pudo|ha podido|puede)|no ha"
              + " podido|não (pôde|foi possível)|falha|تعذر|فشل|не доставлен|не может быть"
              + " доставлен");

  /** Words for a failure that nobody uses who is merely away, or who tells of an arrival. */
  private static final Pattern PLAIN_FAILURE =
      Pattern.compile(
          "(?iu)undeliver|non-?deliver|(could|can|was|were|is|has)( ?n['’o]t) (yet )?(be |been"
              + " )?(sent|deliver|reach)|did ?n['o]t reach|unable to (be )?deliver|not a"
              + " (member|subscriber) of|was not (distributed|posted)|cannot deliver|deliver\\w*"
              + " (has |have )?(fail|error|problem|delay)|fail\\w*"
              + " (permanently|mail|delivery|recipient)|failed to|(failure|rejection)"
              + " notice|returned mail|return(ed|ing) to sender|permanent (fatal"
              + " )?(error|failure)|rejected|bounce|unknown (user|recipient|address)|user"
              + " unknown|no such (user|person|account|recipient)|not listed in|\\b5[05]\\d["
              + " -]|mailbox (is )?full|over quota|exceed|was blocked|non"
              + " (remis|distribué|délivré|recensé)|n['’]a pas (encore"
              + " )?pu|échec|unzustellbar|nicht zugestellt|no se (pudo|ha podido|puede)|no ha"
              + " podido|não (pôde|foi possível)|falha|تعذر|فشل|не доставлен|не может быть"
              + " доставлен");

  /** What a notice of an arrival says, or of a letter that waits for somebody. */
  private static final Pattern NO_FAILURE =
      Pattern.compile(
          "(?iu)success|return receipt|^\\s*+(delivered|relayed|expanded|delivery"
              + " receipt|zugestellt|weitergeleitet|remis|relayé|entregado|entregue|recapitato|bezorgd|تم"
              + " التسليم) ?:|has been delivered|was delivered to|delivery .{0,60}is complete|in"
              + " quarantine|quarantined|(is|has been|was) held|awaits?"
              + " (moderat|approval)|erfolgreich|avec succès|con éxito|com sucesso");

  /** It is not over: the system goes on trying. */
  private static final Pattern NOT_YET =
      Pattern.compile(
          "(?i)(will|shall) (be |keep |continue (to )?|still )*(retr|try to|trying|try again|try to"
              + " deliver|try sending|attempting)|will attempt (again|to"
              + " deliver|delivery)|delayed|still (being )?(trying|undelivered|queued)|not"
              + " yet|postponed|deferred|has not been delivered yet|no action is"
              + " required|temporar(y|ily) (problem|failure|delivery)|transient|delivery attempts"
              + " will continue|do not need to re-?send|(pas|n['’]est) encore (pu )?(été |être"
              + " )?(remis|distribué|délivré)|temporaire|de nouveau présenté|nouvelles"
              + " tentatives|différée?\\b|retardée?\\b|verzögert|noch nicht zugestellt|weitere"
              + " (zustell)?versuche|(weiter|erneut) versucht|aún no|(seguirá|volverá a)"
              + " intent|retrasad|demorad|ainda não|novas? tentativas?|atrasad|ritardat|nuovi"
              + " tentativi|non è (stato )?ancora|vertraagd|nog niet|gecik|henüz|opóźnion|jeszcze"
              + " nie|fördröj|försenad|forsinke|遅延|再試行を続け|延迟|延遲|尚未|지연|تأخیر|إعادة المحاولة|تأخر"
              + " تسليم|تأخير|будут продолжены|задерж");

  /** A group is not there, or its sender may not write to it: which of both is not said. */
  private static final Pattern GROUP =
      Pattern.compile(
          "(?iu)(groups?|groupe|grupo|gruppe|gruppo|groep|gruba|grubun|grup[ayu]?|групп[аыуе]|груп[аиу]"
              + "|グループ|群组|群組|论坛|그룹|المجموعة|مجموعة|gruppen|ryhmä|skupin[ay]|csoport|ομάδα"
              + "|הקבוצה|קבוצה|nhóm|kikundi"
              + "|ryhmä[äns]?|gruppen|grupul|групата|กลุ่ม|گروه|समूह|kumpulan|grupė|grupa|grupp|skupina|גרופ|گروپ|ቡድን)"
              + "[^|]{0,300}?(permission|autoris|permis|permess|autorizz"
              + "|autoriza|berechtig|berechtigung|toestemming|gemachtigd|bevoegd|rechten"
              + "|uprawnie|zezwol|разреш|прав[ао]?\\b|дозвол|izin|izni|yetki|権限|权限|權限|권한|إذن|صلاحي"
              + "|مسموح|behörighet|tillåt|tilladelse|tillatelse|oprávněn|jogosult|engedély"
              + "|δικαίωμα|άδεια|הרשאה|quyền|oikeu|lupaa|ruhusa|dopušten|dozvol|dovoljen|povoleni|อนุญาต|สิทธิ์|اجازه"
              + "|अनुमति|kebenaran|leidim|atļauj|luba\\b|اجازت|ፈቃድ|permiso|permís)");

  /** Where the help of the one who keeps such groups is. */
  private static final Pattern GROUP_HELP =
      Pattern.compile(
          "(?i)support\\.google\\.com/a/\\S{0,100}(topic|answer)|groups\\.google\\.[a-z.]{2,6}/support");

  private static final Pattern GIVEN_UP =
      Pattern.compile(
          "(?i)giv(en|ing) up|(?<!fails )permanent|(?<!non[- ])fatal|gave up|will not be"
              + " retried|not going to try|no further attempts");

  private FailurePhrases() {}

  /** Whether they speak of a failure at all. */
  static boolean speakOfOne(String subject, String text) {
    return found(FAILURE, subject, text);
  }

  /** Whether they do so in a way that means nothing else. */
  static boolean speakPlainlyOfOne(String subject, String text) {
    return found(PLAIN_FAILURE, subject, text);
  }

  /** Whether they tell of an arrival, or of a letter that waits, and of no failure. */
  static boolean tellOfNone(String subject, String text) {
    return found(NO_FAILURE, subject, text) && !speakPlainlyOfOne(subject, text);
  }

  /** Whether they leave open if a group is not there or only not open to its sender. */
  static boolean leaveAGroupOpen(String text, MailAddress group) {
    String said = String.join(" ", ReportLines.of(text));
    return GROUP.matcher(said).find() || GROUP_HELP.matcher(said).find() || isNamed(said, group);
  }

  /** In all its languages one keeper of groups names them so in its sentence: (circle). */
  private static boolean isNamed(String said, MailAddress group) {
    return said.contains("(" + group.localPart() + ")") && !BounceReason.isPlainlyDead(said);
  }

  /** Whether the system has given up; otherwise it goes on trying. */
  static boolean sayItIsOver(String subject, List<String> lines) {
    return found(GIVEN_UP, subject, lines) || !found(NOT_YET, subject, lines);
  }

  private static boolean found(Pattern words, String subject, String text) {
    return found(words, subject, ReportLines.of(text));
  }

  private static boolean found(Pattern words, String subject, List<String> lines) {
    return words.matcher(ReportLines.cut(subject)).find()
        || lines.stream().anyMatch(line -> words.matcher(line).find());
  }
}
