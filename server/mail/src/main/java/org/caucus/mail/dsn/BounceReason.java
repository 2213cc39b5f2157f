package org.caucus.mail.dsn;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Why a letter was not delivered. What the system said in words goes before its code (RFC 3463):
 * codes are often the nearest one at hand, and a refusal for spam under the code of an unknown
 * mailbox would blame a living address.
 */
public enum BounceReason {
  /** Refused as unsolicited, or its server stands on a block list. */
  SPAM(
      "spam|\\bjunk\\b|suspicious|deny ?list|unsolicited|\\bube\\b|bulk mail|blacklist|black"
          + " list|blocklist|block list|blocked using|dnsbl|rbl\\b|spamhaus|spamcop|barracuda"
          + " ?(reputation|central|brts)|reputation|(?<!not )listed"
          + " (at|in|on|by)|banned|imta-?blocked|垃圾|迷惑メール|스팸|istenmeyen|niechcian"
          + "|ongewenst|indesiderat|skräppost|هرزنامه|complaints|fraudulent|réputation"
          + "|pourriel|indésirable|no"
          + " deseado|indesejad|unerwünscht|غير مرغوب|مزعج|عشوائي|спам"
          + "|unwanted (e-?mails?|messages)|bad ip profile|dynamic ip|bounce attack|(listed"
          + "|reported) as abusive|bulk e-?mail|mass (mail|e-?mail)|recurrent pattern"
          + "|unacceptable content|mail score|content filter rejection"),
  /** Refused for a virus or another dangerous file. */
  VIRUS(
      "virus|malware|potential security|infected|worm\\b|trojan|phish|dangerous attachment"
          + "|banned file|executable"
          + "|فيروس|вирус"),
  /** Larger than the mailbox or its server takes. */
  SIZE(
      "(?<!queue |for )too (large|big|long)|(?<!mail ?box )(size|length) (limit|exceed)|exceed\\w*"
          + " (the )?(size|message size|max\\w*(?!"
          + " (e-?mails|mails|messages|time|number|rate)))|maximum (message )?size|message"
          + " size|trop (gros|volumineux)|taille maximale|zu gro(ß|ss)|larger than"
          + " [^.]{0,40}(limit|size|allowed)\\b(?! or)|demasiado grande|tamaño máximo|muito"
          + " grande|tamanho máximo|слишком больш|размер (письма|сообщения)|حجم (ال)?رسال|troppo"
          + " grande|te groot|çok büyük|zbyt duż|för stor|liian suuri|大きすぎ|太大|过大|過大"
          + "|너무 (큽|커|큰)"
          + "|line limit exceeded|taille limite"),
  /** Too many letters at once. */
  RATE(
      "rate limit|max\\w* (e-?mails|messages)|频率|頻率|too many (concurrent )?(smtp"
          + " )?(messages(?! (on|in) )|connections|recipients|emails|mails)|throttl|too"
          + " (fast|quickly)|(messages|mails?)\\b.{0,40} per (hour|day|minute)|sending"
          + " (limit|quota)|hourly limit|daily limit|limit per|at a rate|unusual rate"
          + "|try again slower|excessive volume|frequency limited|numerous attempts|too many"
          + " (sessions|(bad|invalid|unknown) )|trop de (connexions|messages)|(receive|receiving"
          + "|connection|thread|relay) limit|exceeded their limit|per connection"),
  /** Greylisted, busy, or in a queue: it may still arrive. */
  DELAY(
      "queue too long|(unreachable|down) for too long|greylist|graylist|gray-?list|grey-?list|not"
          + " found, try again|(?<!full: )(?<!file[)]: )retry time(out)? (not"
          + " reached|exceeded)|failing for a long time|try again later|still (being"
          + " )?(tr|queued)|has been delayed|connection (timed out|refused|reset)|lost"
          + " connection|(please )?try later|temporary (local|server|system)|service not available,"
          + " closing|max\\w* time|no route to host|network (is )?unreachable|temporary"
          + " (lookup|dns|name)|delivery time (has )?expired|(message|envelope) (has"
          + " )?(expired|timed out)|(did|does) not respond|after (multiple|several)"
          + " (retries|attempts)|allowed queue period|could not be delivered for (more than|the"
          + " last|\\d)|contact dns servers|accept our requests to connect|(could not|unable"
          + " to|cannot) connect|host (is )?unreachable|(lookup|name server) (failure|reply)|no"
          + " valid route|establish an smtp connection|temporarily (unavailable|not"
          + " available|deferred|down|busy)|temporary failure|service (is )?currently"
          + " unavailable|interrupted system call|mdb\\b|too busy"),
  /** The mailbox is full. */
  FULL(
      "quota|mailbox (is )?full|mail ?folder is full|(mail)?box full|full mailbox|is full\\b|mail"
          + " ?box size|insufficient (disk|storage|system storage)|disk space|not enough|over"
          + " ?quota|storage limit|storage allocation|out of"
          + " (storage|disk|space)|speicherplatz|(ist|est|está|esta|é)"
          + " (voll|pleine?|llen[oa]|chei[oa])\\b|überfüllt|(caixa|buz[oó]n|bo[iî]te)\\b.{0,40}"
          + " (cheia|lleno|pleine)|cuota|ممتلئ|переполнен|квот|posta kutusu"
          + " dolu|\\bkota\\b|(casella|posta)\\b.{0,40} pien|(postvak|mailbox|postbus).{0,40}"
          + " vol\\b|pełna|przepełnion|(brev|post)låd.{0,40}"
          + " full|(caixa|casella|buz[oó]n|cuenta)\\b.{0,40} (lotada|esaurit[oa]|superado)|spazio"
          + " esaurito|sin"
          + " espacio|الحصة|(ボックス|受信箱).{0,10}(一杯|いっぱい)|메일함|容量|空[间間]不足|満杯|已满|已滿|配额|配額|가득|پر"
          + " است|(mailbox|buz[oó]n|casilla|cuenta|caixa) (llen|chei)[oa]|enough space|exceeded the"
          + " local limit|no space left|space has been used up|too much mail data|(mailbox|account)"
          + " exceeds|system full|zu ?viele mails|too many messages|megtelt|tele"
          + " van|betelt|täynnä|γεμάτ|πλήρες|เต็ม|penuh|(er|är)"
          + " (fullt?|fuldt?|fyldt)\\b|đầy|переповнен|препълнен|пълна|\\bplin[ăa]?\\b|prepun|מלאה?("
          + " |$)|भर (गया|गई|चुका)|بھر (گی|چک)|(ume|lime|kime|ime)jaa|(està|és)"
          + " plen?a?\\b|pilna|täis\\b|\\bvol is\\b|posbus is vol|\\bje pun\\b|ሞልቷል|পূর্ণ"),
  /** Refused by a rule of the other side, or for want of a signature. */
  POLICY(
      "recipient(.s)? preferences?|policy|policies|dmarc|\\bspf\\b|dkim|not"
          + " authori[sz]ed|unauthenticated|authentication|access denied|relay(ing)? (access"
          + " )?(denied|not)|not permitted|prohibited|only accept|(not|n['’]t|no) (have"
          + " )?permission|contacts only|from (known|approved)? ?contacts|from your"
          + " (country|region)|anti-?spoofing|envelope"
          + " blocked|(allowed|approved|permitted|trusted|safe) senders|not (in|on) (the|my|our)"
          + " (allow|white)|permission denied|not allowed|restricted|will not accept delivery of"
          + " this|dns (mx|record)|resource record|moderat|members? only|only"
          + " members|non-?members?|not a (member|subscriber)|refused by rule|loop"
          + " ?detect|(forwarding|mail|routing) loop|too many hops|hop"
          + " count|prohibition|\\bblocked\\b|starttls|tls (is )?required|not accepting mail"
          + " from|sender domain|zabronion|non (autorizzat|consentit)|niet"
          + " toegestaan|权限|權限|権限|запрещен|"
          // about the person who sends, not about whom it is for
          + "client host|reverse (dns|host)|\\bptr\\b|\\bhelo\\b|\\behlo\\b|in reply to mail"
          + " from|after mail"
          + " from|sender.{0,40}(reject|denied|refus|block|verif|invalid|unknown|not"
          + " exist|undeliverable)|(invalid|unknown|bad) sender|politique|política|richtlinie|nicht"
          + " berechtigt|((non|pas) autorisé|no autorizad|não autorizad)|سياسة|غير"
          + " (مسموح|مصرح|مخول)|(verification|verify) failed|temporarily"
          + " (limited|locked|suspended|disabled)|user rules|protected by|refuses? to"
          + " (receive|accept)|not accept(ing|ed)? (any )?(mail|messages?|e-?mails?|attachments?)"
          + " (with|containing|from|bounce)|requires? confirmation|confirm this|(pre-approved|not"
          + " subscribed|registered gateway user)|batv|unsigned dsn|(closed|members-only) (mailing"
          + " )?list|not member|organi[sz]ational settings|illegal"
          + " attachment|attachment.{0,30}forbidden|requires? (encryption|tls|high)|mta-sts|smtp"
          + " server of your isp|as a relay|open relay|insecure mail relay|not a gateway|unable to"
          + " relay|configured to relay|handle mail for|no rdns|unverif(y|i)able|mismatche?s?"
          + " client|(find|resolve) your (host|address)|not match (the|its|your)"
          + " (ip|host|ptr|forward|reverse|helo)|loops? back|loop (condition|was"
          + " found)|looping|misconfigured|configuration error|(inbounds?|receiving)"
          + " disabled|purported responsible|unresolvable|from: domain|valid from:|permanently"
          + " deferred|(refused|rejected|declined|blocked) by (the"
          + " )?(recipient|user|owner)|(recipient|user|owner) (has )?(blocked|chosen not|does not"
          + " wish|(does not|doesn.t|is not) accept(ing)? (mail|messages?|e-?mails?)"
          + " from)|sender.{0,60}(disabled|not a valid|not registered)|(access|connection)"
          + " .{0,40}(was dropped|rejected|forbidden)|authentif"),
  /** Refused for what the letter is made of. */
  CONTENT(
      "bad header|duplicate header|malformed|not (rfc|compliant)|invalid mime|8-?bit|content"
          + " (reject|filter|type)"
          + "|received\\W{1,3}headers|improperly|base64 encoding|invalid message content|bare (lf"
          + "|cr|line)"),
  /** There is no such mailbox, or no such host, or it was closed. */
  DEAD_ADDRESS(
      "(user|recipient|account|mailbox|address|addressee|name|alias|host|domain) ?(name )?(is |was"
          + " )?(not known|unknown|not found|not"
          + " recogni[sz]ed|unavailable|disabled|suspended|inactive|deactivated|closed|invalid|rejected|expired|not"
          + " exist\\w*|discontinued|no longer)|(unknown|no"
          + " such|invalid|bad|illegal|unroute?able|undeliverable|non-?existent|disabled|inactive|incorrect)"
          + " (or illegal |local |final |destination |mail ?)?(delivery"
          + " )?(user|recipient|account|mailbox|mail"
          + " ?box|address|addressee|name|person|host|domain|alias)|(do|does|did|could)(es)?("
          + " ?n['o]t|not) (exist|have an? |find|match)|doesn.t have a|has been"
          + " (disabled|discontinued|suspended|deactivated|closed)|no mailbox here|not a"
          + " (valid|known|local)|isn.t (a valid|known)|not (listed|our customer|a"
          + " customer)|mailbox unavailable|no longer (valid|active|available|in use)|not been"
          + " collected|not in my valid|unknown local.part|no ?one with that|no mail"
          + " ?box|previously bounced|(not|n['’]t) (appear to be )?registered|address is possibly"
          + " incorrect|(user|recipient|mailbox|account|address) \\S{1,100} (is"
          + " )?(unknown|suspended|disabled|not"
          + " found|invalid|expired|deleted|removed|closed)\\b|(mailbox|account|user|address)[^.]{0,40}"
          + " not active|no valid recipients?|no longer accepts (e-?)?mail|not accepted at this"
          + " address|(user|account|mailbox|address)( has| was)?( been)?"
          + " (terminated|deleted|removed)|(address|user|recipient|mailbox|account)( you entered)?"
          + " (could|can) ?n[o']t be found|name service error|host or domain name not found|no"
          + " mx|not in (the )?directory|(bo[iî]te|compte|adresse)\\b.{0,40}"
          + " (ferm|supprim|désactiv|clôtur)ée?\\b|n['’]existe pas|n['’]existe"
          + " plus|introuvable|inconnue?\\b|inexistant|(destinataire|adresse) invalide|destinataire"
          + " est invalide|unbekannt|(postfach|konto|adresse|benutzer)\\b.{0,40}"
          + " (gelöscht|deaktiviert|geschlossen|aufgelöst)|nicht"
          + " (gefunden|bekannt|vorhanden)|existiert nicht|ungültig|dad[oa] de"
          + " baja|(cuenta|conta|caixa|buz[oó]n)\\b.{0,40}"
          + " (desa(c)?tivad|encerrad|cancelad|eliminad|cerrad)[oa]|no existe|não"
          + " existe|inexistente|desconocid[oa]|desconhecid[oa]|(no|não) (se |foi |ha sido |pudo"
          + " ser )?(ha )?encontrad[oa]|(no válid|inválid)[oa]|no se (ha )?encontr(ó|ado)|(foi"
          + " possível|pôde) encontrar|non esiste|sconosciut[oa]|inesistente|non (è |stat[oa]"
          + " )*trovat[oa]|disattivat[oa]|bestaat niet|onbekend|niet gevonden|nie"
          + " istnieje|nieznan|nie (można znaleźć|znaleziono)|nie ma"
          + " takiego|bulunamadı|(kullanıcı|alıcı|adres|hesap).{0,30} mevcut değil|böyle bir"
          + " [^.]{0,20}yok\\b|geçersiz (alıcı|adres|kullanıcı|e-posta)|hittades inte|finns"
          + " inte|okänd|fundet|funnet|fin[dn]es ikke|ukendt|ukjent|neexistuje|nebyl[ay]?"
          + " nalezen|nem található|nu (a fost găsit|există)|δεν (βρέθηκε|υπάρχει)|tidak"
          + " ditemukan|không (tìm thấy|tồn tại)|haipo|haikupatikana|לא (נמצא|קיים)|אינ[וה]"
          + " קיי[םמ]|پیدا نشد|یافت نشد|وجود ندارد|تم (إغلاق|حذف|تعطيل)|(عنوان|بريد).{0,30}غير"
          + " (صالح|صحيح)|غير موجود|غير معروف|لم يتم العثور|لعدم العثور|لا وجود|не найден|не"
          + " удалось найти|не существует|неизвестн|такого [^.]{0,20} нет|нет такого|не"
          + " (знайден|існує)|ящик.{0,40}(удал[её]н|отключ[её]н)"
          + "|(账号|帐号|賬號|邮箱|用户|地址).{0,6}已?(停用|注销|註銷|关闭|無效|无效)"
          + "|无此用户|查無此|不存在|找不到|未找到|存在しま|存在しない|見つか(りません|らな)|宛先不明|(宛先|アドレス|アカウント).{0,10}(無効|間違|誤り)|없는"
          + " (사용자|계정|주소|메일)|탈퇴|휴면|찾을 수 없|존재하지|(リスト|ディレクトリ).{0,12}(ありません|見つかり)|name or service not"
          + " known|domain is not reachable|recipient domain must exist|(account|domain|address)"
          + " may not exist|(account|mailbox|user|address|recipient)[^.]{0,60} (is|was|has been)"
          + " (currently |now |administrative?l?e?y"
          + " )?(disabled|inactive|suspended|terminated|deactivated|frozen|locked|archived)|currently"
          + " suspended|administrativ\\w{0,6}"
          + " disabled|(deactivated|archived|suspended|dormant|frozen)"
          + " (user|recipient|account|mailbox|address)|destinataire archiv|recipient"
          + " suspend|(address|mailbox|user|recipient) (is )?not present|can.?t accept"
          + " user|addresses were unknown|not an active|unavaiable|no account by|no .{1,60} in name"
          + " directory|nessun utente|recipient (is )?not (accepted|local|ok)|bad ?(rcpt|recipient)"
          + " ?to|envelope recipient has been denied|recipients? (was|were) undeliverable|no"
          + " ?(one|body) at this address|missing home directory|unknown (or invalid )?virtual"
          + " user|> not found|was not found (in|at)|inactive e-?mail|reserved by rfc|unknown"
          + " (e-?mail|local.part)|lookups failed permanently|answer with no data|doesn.?t"
          + " exist|(se encuentra en el directorio|répertorié dans l.annuaire)|im"
          + " domino.verzeichnis|no longer on (this |the )?server|domain of (?!sender)\\S{1,200}"
          + " not found|recipient cannot be verified|not exactly match|no matches to"
          + " nameserver|user has moved|left the (company|organi[sz]ation)|is (unknown|not known)"
          + " here|няма такъв|не съществува|ne (postoji|obstaja)|ei ole olemassa|tuntematon|ei"
          + " löyd|nem létezik|ismeretlen|ไม่มี(อยู่|ผู้ใช้)|ไม่พบ|(मौजूद|पता) नहीं|नहीं मिल|موجود"
          + " نہیں|نہیں ملا|tidak (ada|dikenal|wujud)\\b|no"
          + " existeix|desconegut|neegzistuoja|neeksistē|ei"
          + " eksisteeri|tundmatu|hayupo|halipo|hazipo|haijulikani|bestaan"
          + " nie|ناشناخته|የለም|አልተገኘም|bilinmeyen"),
  /**
   * The mailbox is there and takes nothing (RFC 3463 section 3.3, X.2.1): it may be enabled again,
   * so only time tells whether it is gone.
   */
  DISABLED(""),
  /** Somebody's machine answered for them, or they complained; no failure at all. */
  NOT_A_FAILURE(""),
  /** It does not say, or in words that we do not know. */
  UNKNOWN("");

  /** The most of a diagnosis that is looked at, in characters. */
  public static final int MAX_DIAGNOSIS_CHARS = 4_000;

  /** Codes between the lines of one reply, in the middle of what it says. */
  private static final Pattern CODES =
      Pattern.compile("(?<=[\\s])[245]\\d\\d[ -](?:[245]\\.\\d{1,3}\\.\\d{1,3}\\s)?");

  /** It is the sender whose address or system is not right (RFC 3463 section 3.2). */
  private static final Set<String> OF_SENDER = Set.of("5.1.7", "5.1.8", "4.1.7", "4.1.8");

  /** It speaks of a mailbox that exists (RFC 3463 section 3.3). */
  private static final Pattern OF_MAILBOX = Pattern.compile("[245]\\.2\\.\\d{1,3}");

  /** What is said of no mailbox that exists, whatever its code. */
  private static final Pattern PLAINLY_DEAD =
      Pattern.compile(
          "user unknown|unknown (user|recipient)|no such"
              + " (user|recipient|mailbox|address|person|account)|(does not|doesn.t|do not|don.t)"
              + " exist|no mailbox here|(user|recipient|mailbox|account) (was )?not found"
              + "|(account|mailbox|address|user) (has been |was |is )?(closed|deleted|terminated"
              + "|removed)|(expired|closed) and (was )?(removed|deleted)");

  /** Microsoft's edge says so of a mailbox that is not in its directory, under this code alone. */
  private static final Pattern NOT_AT_THE_EDGE =
      Pattern.compile("(?is)5\\.4\\.1\\b.{0,120}recipient address(es)? rejected ?: access denied");

  private final Pattern words;

  BounceReason(String words) {
    this.words = Pattern.compile(words);
  }

  /** Whether these words say of a mailbox that it is not there, and nothing else. */
  static boolean isPlainlyDead(String text) {
    return PLAINLY_DEAD.matcher(text.toLowerCase(Locale.ROOT)).find();
  }

  /** Whether it says something about the address, and not about the letter or the moment. */
  public boolean countsAgainstTheAddress() {
    return this == DEAD_ADDRESS || this == DISABLED;
  }

  /**
   * The reason in a diagnosis.
   *
   * @param status enhanced status code (RFC 3463) such as {@code 5.1.1}; empty if there is none
   * @param diagnosis what the system said
   */
  public static BounceReason of(String status, String diagnosis) {
    if (NOT_AT_THE_EDGE.matcher(status + " " + shortened(diagnosis)).find()) {
      return DEAD_ADDRESS;
    }
    String lines = CODES.matcher(shortened(diagnosis)).replaceAll("");
    String said = lines.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", " ");
    for (BounceReason reason : values()) {
      if (!reason.words.pattern().isEmpty() && reason.words.matcher(said).find()) {
        return reason == DEAD_ADDRESS ? believed(status, said) : reason;
      }
    }
    return byStatus(isOfNothing(status) ? DeliveryStatus.status(diagnosis) : status);
  }

  /** Words for an address that is gone are weighed against a code that says otherwise. */
  private static BounceReason believed(String status, String said) {
    if (OF_SENDER.contains(status)) {
      return POLICY;
    }
    boolean exists = OF_MAILBOX.matcher(status).matches() && !PLAINLY_DEAD.matcher(said).find();
    return exists ? byStatus(status) : DEAD_ADDRESS;
  }

  /** A code that says no more than that it failed. */
  private static boolean isOfNothing(String status) {
    return status.isEmpty() || status.endsWith(".0.0");
  }

  private static String shortened(String text) {
    return text.length() > MAX_DIAGNOSIS_CHARS ? text.substring(0, MAX_DIAGNOSIS_CHARS) : text;
  }

  private static BounceReason byStatus(String status) {
    if (status.equals("4.2.2")) {
      return FULL;
    }
    if (status.startsWith("4.")) {
      return DELAY;
    }
    return switch (status) {
      case "5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.4.4" -> DEAD_ADDRESS;
      case "5.2.1" -> DISABLED;
      case "5.1.7", "5.1.8" -> POLICY;
      case "5.2.2" -> FULL;
      case "5.2.3", "5.3.4" -> SIZE;
      default -> status.startsWith("5.7.") ? POLICY : status.startsWith("5.6.") ? CONTENT : UNKNOWN;
    };
  }
}
