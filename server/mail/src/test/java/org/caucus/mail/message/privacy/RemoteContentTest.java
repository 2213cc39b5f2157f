package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.TransferEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteContentTest {
  private static RawLetter letter(String type, String encoding, byte[] body) {
    byte[] head =
        ("From: Ben <ben@home.example>\r\nMIME-Version: 1.0\r\nContent-Type: "
                + type
                + "\r\nContent-Transfer-Encoding: "
                + encoding
                + "\r\n\r\n")
            .getBytes(UTF_8);
    byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return RawLetter.of(all);
  }

  private static String shown(String html) {
    RawLetter out =
        RemoteContent.out(
            letter("text/html; charset=utf-8", "8bit", (html + "\r\n").getBytes(UTF_8)));
    return new String(TransferEncoding.decoded(out), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=https://tracker.example/x.gif>",
        "<img src='//tracker.example/x.gif'>",
        "<img src='\\\\tracker.example\\x.gif'>",
        "<img src='ht\ntps://tracker.example/x.gif'>",
        "<img src='http:tracker.example/x.gif'>",
        "<img src=' &#104;ttps://tracker.example/x'>",
        "<IMG SRC=FILE://tracker.example/x.gif>",
        "<img srcset='cid:a 1x, https://tracker.example/x 2x'>",
        "<picture><source srcset=https://tracker.example/x><img alt=x></picture>",
        "<img lowsrc=https://tracker.example/x>",
        "<image src=https://tracker.example/x>",
        "<body background=https://tracker.example/x>words",
        "<table background='https://tracker.example/x'><tr><td>x</td></tr></table>",
        "<table><tr><td background='https://tracker.example/x'>x</td></tr></table>",
        "<div style='background:url(https://tracker.example/x)'>x</div>",
        "<div style='background:u\\72l(https://tracker.example/x)'>x</div>",
        "<div style='background:url(\"//tracker.example/x\")'>x</div>",
        "<div style=\"background:image-set('https://tracker.example/x' 1x)\">x</div>",
        "<style>@import 'https://tracker.example/x.css';</style>",
        "<style>@import url(//tracker.example/x.css) screen;</style>",
        "<style>@\\69mport 'https://tracker.example/x.css';</style>",
        "<style>@font-face{font-family:x;src:url(https://tracker.example/x.woff)}</style>",
        "<style>p{background:url(/**/https://tracker.example/x)}</style>",
        "<style>a:visited{cursor:url('https://tracker.example/x'),auto}</style>",
        "<link rel=stylesheet href=https://tracker.example/x.css>",
        "<link rel=dns-prefetch href=//tracker.example>",
        "<link rel=preload as=image imagesrcset='https://tracker.example/x'>",
        "<base href=https://tracker.example/><img src=x.gif>",
        "<meta http-equiv=refresh content='0;url=https://tracker.example/'>",
        "<meta http-equiv=Content-Security-Policy content='report-uri https://tracker.example/'>",
        "<iframe src=https://tracker.example/></iframe>",
        "<iframe srcdoc='<img src=https://tracker.example/x>'></iframe>",
        "<frameset><frame src=https://tracker.example/></frameset>",
        "<object data=https://tracker.example/x></object>",
        "<embed src=https://tracker.example/x>",
        "<video poster=https://tracker.example/x></video>",
        "<video><source src=https://tracker.example/x><track"
            + " src=https://tracker.example/t></video>",
        "<audio src=https://tracker.example/x></audio>",
        "<bgsound src=https://tracker.example/x>",
        "<input type=image src=https://tracker.example/x>",
        "<script src=https://tracker.example/x></script>",
        "<p onmouseover=\"new Image().src='https://tracker.example/x'\">x</p>",
        "<svg><image href=https://tracker.example/x /></svg>",
        "<svg><image xlink:href=https://tracker.example/x /></svg>",
        "<svg><use href='https://tracker.example/x#a'/></svg>",
        "<svg><feImage href=https://tracker.example/x /></svg>",
        "<svg><rect fill='url(https://tracker.example/x#a)'/></svg>",
        "<svg><image><set attributeName=href to=https://tracker.example/x /></image></svg>",
        "<svg><style>@import url(https://tracker.example/x)</style></svg>",
        "<a href=https://news.example/ ping=https://tracker.example/p>x</a>",
        "<!--[if mso]><v:fill src='https://tracker.example/x'/><![endif]-->x",
        "<v:imagedata src='https://tracker.example/x'></v:imagedata>",
        "<div background=x longsrc='https://tracker.example/x'>x</div>",
        "<noscript><img src=https://tracker.example/x></noscript>",
        "<template><img src=https://tracker.example/x></template>",
        "<img src=\"data:text/html,<img src=https://tracker.example/x>\">",
        "<math><mglyph src=https://tracker.example/x /></math>",
        "<html manifest=https://tracker.example/m><p>x</p></html>",
        "<math href=https://tracker.example/x>x</math>",
        "<amp-img src=https://tracker.example/x></amp-img>"
      })
  void whatWouldBeFetchedIsTakenOut(String html) {
    assertThat(shown(html)).doesNotContainIgnoringCase("tracker.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>See <a href=\"https://news.example/\">https://news.example/</a></p>",
        "<img src=\"cid:1@home.example\" alt=\"a // b\">",
        "<img src=data:image/png;base64,AA//BB==>",
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD\" \"http://www.w3.org/TR/x.dtd\"><p>x",
        "<html xmlns=http://www.w3.org/1999/xhtml xmlns:v=urn:x><p style='color:red'>x</p>",
        "<style>p{background:url(cid:1);color:#fff} v\\:* {behavior:url(#default#VML);}</style>",
        "<meta http-equiv=Content-Type content='text/html; charset=utf-8'><p>x</p>",
        "<link rel=File-List href='cid:filelist.xml@01D9'><p>x</p>",
        "<!--[if gte mso 9]><xml><o:shapedefaults v:ext=\"edit\" spidmax=\"1026\""
            + " /></xml><![endif]-->",
        "<form action=https://vote.example/><button>x</button></form>"
      })
  void whatFetchesNothingStaysTheSameOctets(String html) {
    RawLetter letter =
        letter("text/html; charset=utf-8", "8bit", (html + " Grüße\r\n").getBytes(UTF_8));
    assertThat(RemoteContent.out(letter)).isSameAs(letter);
  }

  @Test
  void theRestOfThePageStaysAndIsTold() {
    String html = "<p>Grüße <b>Ада</b></p><img src=https://t.example/ alt=logo><p>x</p>";
    RawLetter out =
        RemoteContent.out(
            letter(
                "text/html; charset=utf-16le",
                "base64",
                Base64.getMimeEncoder()
                    .encode(html.getBytes(java.nio.charset.StandardCharsets.UTF_16LE))));
    assertThat(out.value("Content-Type")).contains("text/html; charset=\"utf-8\"");
    assertThat(new String(TransferEncoding.decoded(out), UTF_8))
        .contains("<p>Grüße <b>Ада</b></p><img alt=\"logo\"><p>x</p>");
  }

  @Test
  void partsAreLookedAtHoweverDeepAndOthersAreTheSame() {
    String body =
        """
        --a
        Content-Type: multipart/alternative; boundary="b"

        --b
        Content-Type: text/plain

        https://tracker.example/ in words
        --b
        Content-Type: text/html

        <img src=3D"https://tracker.example/">
        --b--
        --a
        Content-Type: message/rfc822

        Subject: inner
        Content-Type: text/html
        Content-Transfer-Encoding: quoted-printable

        <img src=3D"https://tracker.example/">
        --a
        Content-Type: text/html; name=page.html
        Content-Disposition: attachment

        <img src="https://file.example/">
        --a
        Content-Type: message/external-body; access-type=URL; URL="https://tracker.example/"

        --a--
        """
            .replace(
                "<img src=3D\"https://tracker.example/\">\n--b--",
                "<img src=https://tracker.example/>\n--b--")
            .replace("\n", "\r\n");
    RawLetter out =
        RemoteContent.out(letter("multipart/mixed; boundary=a", "7bit", body.getBytes(UTF_8)));
    String text = new String(out.toBytes(), ISO_8859_1);
    assertThat(text).contains("https://tracker.example/ in words", "https://file.example/");
    assertThat(text.split("tracker.example", -1)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-7", "x-nobody-knows"})
  void aCharsetThatIsNotKnownHereHidesNothing(String charset) {
    RawLetter out =
        RemoteContent.out(
            letter(
                "text/html; charset=" + charset,
                "7bit",
                "+ADw-img src=+ACI-https://tracker.example/+ACIAPg-\r\n".getBytes(UTF_8)));
    assertThat(out.value("Content-Type")).contains("text/html; charset=\"utf-8\"");
  }

  @Test
  void whatIsSignedOrEncryptedIsNotTouched() {
    String body = "--s\r\nContent-Type: text/html\r\n\r\n<img src=https://t.example/>\r\n--s--\r\n";
    RawLetter letter = letter("multipart/signed; boundary=s", "7bit", body.getBytes(UTF_8));
    assertThat(RemoteContent.out(letter)).isSameAs(letter);
    assertThat(SignedOrEncrypted.isIn(letter)).isTrue();
    RawLetter around =
        letter(
            "multipart/mixed; boundary=m",
            "7bit",
            """
            --m
            Content-Type: application/pkcs7-mime; smime-type=signed-data

            MII=
            --m--
            """
                .replace("\n", "\r\n")
                .getBytes(UTF_8));
    assertThat(SignedOrEncrypted.isIn(around)).isTrue();
  }
}
