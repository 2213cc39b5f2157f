package org.caucus.email.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.caucus.email.RawLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceFieldsTest {
  private static RawLetter letter(String fields) {
    return RawLetter.of(
        ("From: Ben <ben@home.example>\n" + fields + "\nSubject: Memo\n\nwords\n")
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Received: from [192.168.1.5] (dsl-1.example [203.0.113.9]) by mx.example; 1 Jun 2026",
        "X-Received: by 2002:a17:906:b with SMTP id x",
        "X-Originating-IP: [203.0.113.9]",
        "X-Originating-Email: [ben@home.example]",
        "X-Originating-Client: webmail",
        "X-Sender-IP: 203.0.113.9",
        "X-ClientAddr: 203.0.113.9",
        "X-Client-IP: 203.0.113.9",
        "X-Real-IP: 2001:db8::7",
        "X-Forwarded-For: ben@home.example",
        "X-Forwarded-To: list@example",
        "X-Source-IP: 203.0.113.9",
        "X-Source-Dir: home.example:/public_html",
        "X-PHP-Originating-Script: 1001:mail.php",
        "X-PHP-Script: home.example/x.php for 203.0.113.9",
        "X-Authenticated-Sender: host.example: ben@home.example",
        "X-Auth-ID: ben",
        "X-AuthUser: ben@home.example",
        "X-Get-Message-Sender-Via: host.example: authenticated_id: ben",
        "X-AntiAbuse: Primary Hostname - host.example",
        "X-Yahoo-Newman-Property: ymail-3",
        "X-AOL-IP: 203.0.113.9",
        "X-Google-Smtp-Source: AGHT",
        "X-Google-DKIM-Signature: v=1",
        "X-Gm-Message-State: AOJu0Y",
        "X-MS-Exchange-CrossTenant-id: 5c1f",
        "X-MS-Exchange-Organization-AuthAs: Internal",
        "X-Microsoft-Antispam: BCL:0;",
        "x-originating-ip: 2001:db8::7",
        "X-OriginatorOrg: home.example",
        "Authentication-Results: mx.google.example; spf=pass",
        "Received-SPF: pass client-ip=203.0.113.9",
        "ARC-Authentication-Results: i=1; mx.example; spf=pass smtp.remote-ip=203.0.113.9",
        "ARC-Seal: i=1; a=rsa-sha256",
        "ARC-Message-Signature: i=1",
        "Return-Path: <ben@home.example>",
        "Delivered-To: ben@home.example",
        "Envelope-From: ben@home.example",
        "X-Envelope-From: <ben@home.example>",
        "X-Original-To: code@lists.example",
        "Resent-From: ben@home.example",
        "Resent-Message-ID: <1@host.example>",
        "Thread-Index: AdW1",
        "NNTP-Posting-Host: 203.0.113.9",
        "Injection-Info: news.example; posting-host=x",
        "X-Spam-Status: No, score=0 tests=RDNS_DYNAMIC",
        "X-Mimecast-Originator: home.example",
        "X-Proofpoint-GUID: abc",
        "X-IronPort-AV: E=Sophos",
        "X-Provags-ID: V03:K1:xyz",
        "X-Country: NG",
        "X-GeoIP: NG",
        "X-Helo: laptop.local",
        "X-Whatever: it came from 203.0.113.9",
        "X-Whatever: [IPv6:2001:db8::7]",
        "X-Mailgun-Sending-Ip: 203.0.113.9",
        "X-EOPAttributedMessage: 0",
        "X-Host: laptop.local",
        "X-Trace: news.example 12345",
        "X-QQ-mid: bizesmtp1",
        "X-Timezone: Africa/Lagos",
        "Feedback-ID: 1.eu-west-1",
        "X-MDHelo: laptop.home.lan",
        "X-MDPtrLookup-Result: pass dns.ptr=dsl-9.provider.example",
        "X-EN-OrigHost: laptop",
        "X-EN-UserInfo: a8f3:ben",
        "X-Webmail-UserID: ben",
        "X-Mailman-Version: 2.1.39",
        "X-MailScanner-From: ben@home.example",
        "X-Greylist: delayed 300 seconds by postgrey-1.37 at mx",
        "X-Barracuda-Connect: mail.home.example[203.0.113.9]",
        "X-Forefront-Antispam-Report: CIP:203.0.113.9;CTRY:NG;LANG:en",
        "X-TOI-EXPURGATEID: 150726::1717230000-7BFF",
        "X-RZG-AUTH: :K2MMZ0mpbv5x",
        "X-7564579A: EEAE043A70213CC8",
        "X-NTES-SC: AL0dfb",
        "X-Spamd-Bar: /",
        "X-Rspamd-Server: mail-2",
        "X-CTCH-RefID: str=0001.0A702F20",
        "X-VADE-STATUS: LEGIT",
        "X-Zimbra-Received: yes",
        "X-RIM-Org-Msg-Ref-ID: 15",
        "X-Android-Message-ID: <1@com.android.email>",
        "X-Workstation: BEN-LAPTOP",
        "X-Session-ID: 0f2a",
        "X-Kept-By: gate.home.example",
        "X-Kept-By: BEN-LAPTOP.local",
        "X-Kept-By: ben@home.example",
        "X-Ham: yes",
        "X-Scanned-By: MIMEDefang on gate",
        "X-Junkmail-Status: score=10/49",
        "X-TLS-Cipher: ECDHE",
        "Arrival-Date: Mon, 1 Jun 2026",
        "Original-Recipient: rfc822;ben@home.example",
        "Jabber-ID: ben@home.example",
        "X-BeenThere: other@lists.example",
        "X-List-Administrivia: no",
        "X-Mailer-Host: laptop"
      })
  void whatAHostWroteOnTheWayIsCut(String field) {
    assertThat(TraceFields.cut(letter(field)).names()).containsExactly("From", "Subject");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sender: ada@home.example",
        "Reply-To: ben@home.example",
        "User-Agent: Mutt/2.0",
        "In-Reply-To: <1@203.0.113.9>",
        "X-Second: yes",
        "X-Priority: 1 (Highest)",
        "X-No-Archive: yes",
        "Keywords: draft, clause 4",
        "Importance: high",
        "Organization: Press Union",
        "DKIM-Signature: v=1; d=home.example",
        "Content-Type: text/plain",
        "Autocrypt: addr=ben@home.example; keydata=x"
      })
  void whatItsAuthorSaysStays(String field) {
    RawLetter letter = letter(field);
    assertThat(TraceFields.cut(letter)).isSameAs(letter);
  }

  @Test
  void foldedFieldsGoWhole() {
    RawLetter cut =
        TraceFields.cut(letter("Received: from laptop\n\t(dsl.example [203.0.113.9])\n by mx"));
    assertThat(new String(cut.toBytes(), StandardCharsets.UTF_8))
        .isEqualTo("From: Ben <ben@home.example>\r\nSubject: Memo\r\n\r\nwords\r\n");
  }
}
