package org.caucus.workspace.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people paste: from spreadsheets, address books and mail programs, in three languages. */
class PastedTablesTest {
  private static final Set<String> HERE =
      Stream.of("press", "Press Union", "rights", "Rights Now", "اتحاد الصحافة")
          .map(RosterColumns::plain)
          .collect(Collectors.toSet());

  private static final String ADA = "Ada Obi|ada@x.example|press|";
  private static final String BEN = "Ben Eze|ben@x.example|rights|";
  private static final String BOTH = ADA + "\n" + BEN;
  private static final String NAMES = "Ada Obi|ada@x.example||\nBen Eze|ben@x.example||";
  private static final String BARE = "|ada@x.example||\n|ben@x.example||";

  private static Arguments shape(String what, String pasted, String read) {
    return Arguments.of(what, pasted, read);
  }

  static Stream<Arguments> heads() {
    String rows = "Ada Obi\tada@x.example\tpress\nBen Eze\tben@x.example\trights";
    return Stream.of(
            "Name\tE-mail\tOrganisation",
            "name\temail\torganization",
            "Full name\tEmail address\tOrg",
            "NAME\tMAIL\tORGANISATION",
            "Contact\tE-Mail Address\tCompany",
            "Display Name\tPrimary Email\tAffiliation",
            "Nom\tCourriel\tOrganisation",
            "Nom complet\tAdresse électronique\tStructure",
            "Prénom et nom\tAdresse e-mail\tAssociation",
            "Nom et prénom\tMél\tONG",
            "Membre\tAdresse de courriel\tOrganisme",
            "الاسم\tالبريد الإلكتروني\tالمنظمة",
            "الإسم\tالايميل\tالجهة",
            "اسم\tعنوان البريد\tالمؤسسة",
            " Name \tE‑mail\tOrganisation:")
        .map(head -> shape("heads " + head, head + "\n" + rows, BOTH));
  }

  static Stream<Arguments> separators() {
    return Stream.of(
        shape("commas", "name,email,organisation\nAda Obi,ada@x.example,press", ADA),
        shape("semicolons", "name;email;organisation\nAda Obi;ada@x.example;press", ADA),
        shape("said", "sep=;\nname;email;organisation\nAda Obi;ada@x.example;press", ADA),
        shape("Windows", "name,email,organisation\r\nAda Obi,ada@x.example,press\r\n", ADA),
        shape("mark", "\uFEFFname,email,organisation\nAda Obi,ada@x.example,press", ADA),
        shape("blanks", "name\temail\torganisation\n Ada  Obi \t ada@x.example\tpress ", ADA),
        shape(
            "no-break", "name\temail\torganisation\nAda\u00a0Obi\tada@x.example\u200b\tpress", ADA),
        shape(
            "quotes",
            "name,email,organisation\n\"Obi, Ada\",ada@x.example,press",
            "Obi, Ada|ada@x.example|press|"),
        shape(
            "a line end in a cell",
            """
            name,email,organisation
            "Ada
            Obi",ada@x.example,press
            Ben Eze,ben@x.example,rights\
            """,
            BOTH),
        shape(
            "empty lines",
            "name,email\n\n,,\nAda Obi,ada@x.example\n,\n",
            "Ada Obi|ada@x.example||"),
        shape("any order", "organisation,email,name\npress,ada@x.example,Ada Obi", ADA),
        shape(
            "other columns",
            "no,name,phone,email,organisation\n1,Ada Obi,080,ada@x.example,press",
            ADA),
        shape(
            "a title above",
            "Members 2026,,\nname,email,organisation\nAda Obi,ada@x.example,press",
            ADA));
  }

  static Stream<Arguments> names() {
    return Stream.of(
        shape(
            "two names",
            "First name,Last name,Email\nAda,Obi,ada@x.example",
            "Ada Obi|ada@x.example||"),
        shape("prénom", "Prénom;Nom;Courriel\nAda;Obi;ada@x.example", "Ada Obi|ada@x.example||"),
        shape("nom first", "Nom;Prénom;Courriel\nObi;Ada;ada@x.example", "Ada Obi|ada@x.example||"),
        shape(
            "family",
            "Given Name,Family Name,E-mail 1 - Value\nAda,Obi,ada@x.example",
            "Ada Obi|ada@x.example||"),
        shape(
            "اسم العائلة",
            "الاسم الأول,اسم العائلة,البريد\nAda,Obi,ada@x.example",
            "Ada Obi|ada@x.example||"),
        shape("in the address", "Email\nAda Obi <ada@x.example>\nBen Eze <ben@x.example>", NAMES),
        shape("mailto", "name,email\nAda Obi,mailto:ada@x.example", "Ada Obi|ada@x.example||"),
        shape(
            "role",
            "Nom,Courriel,Rôle\nAda Obi,ada@x.example,Membre",
            "Ada Obi|ada@x.example||MEMBER"),
        shape(
            "دور",
            "الاسم,البريد,الدور\nAda Obi,ada@x.example,عضو",
            "Ada Obi|ada@x.example||MEMBER"),
        shape(
            "point focal",
            "Nom,Mail,Rôle\nAda Obi,ada@x.example,Point focal",
            "Ada Obi|ada@x.example||LIAISON"));
  }

  static Stream<Arguments> withoutHeads() {
    return Stream.of(
        shape("name and address", "Ada Obi\tada@x.example\nBen Eze\tben@x.example", NAMES),
        shape("address first", "ada@x.example\tAda Obi\nben@x.example\tBen Eze", NAMES),
        shape(
            "with organisation",
            "Ada Obi\tada@x.example\tPress Union",
            "Ada Obi|ada@x.example|Press Union|"),
        shape(
            "organisation first",
            "press\tAda Obi\tada@x.example\nrights\tBen Eze\tben@x.example",
            BOTH),
        shape(
            "unknown organisation",
            "Ada Obi\tada@x.example\tNowhere",
            "Ada Obi|ada@x.example|Nowhere|"),
        shape("first and last", "Ada\tObi\tada@x.example\tpress", ADA),
        shape(
            "with a role",
            "Ada Obi,ada@x.example,press,observer",
            "Ada Obi|ada@x.example|press|OBSERVER"),
        shape(
            "with an Arabic name",
            "Ada Obi\tada@x.example\tاتحاد الصحافة",
            "Ada Obi|ada@x.example|اتحاد الصحافة|"),
        shape("numbered", "1\tAda Obi\tada@x.example\n2\tBen Eze\tben@x.example", NAMES),
        shape("foreign heads", "Naam\tPost\nAda Obi\tada@x.example\nBen Eze\tben@x.example", NAMES),
        shape("one column", "ada@x.example\nben@x.example", BARE));
  }

  static Stream<Arguments> addresses() {
    return Stream.of(
        shape("Outlook", "Ada Obi <ada@x.example>; Ben Eze <ben@x.example>", NAMES),
        shape("Thunderbird", "Ada Obi <ada@x.example>, Ben Eze <ben@x.example>", NAMES),
        shape("a last semicolon", "Ada Obi <ada@x.example>; Ben Eze <ben@x.example>;", NAMES),
        shape("lines", "Ada Obi <ada@x.example>\nBen Eze <ben@x.example>\n", NAMES),
        shape(
            "quoted",
            "\"Obi, Ada\" <ada@x.example>, \"Eze; Ben\" <ben@x.example>",
            "Obi, Ada|ada@x.example||\nEze; Ben|ben@x.example||"),
        shape(
            "names with commas",
            "Obi, Ada <ada@x.example>; Eze, Ben <ben@x.example>",
            "Obi, Ada|ada@x.example||\nEze, Ben|ben@x.example||"),
        shape("bare", "ada@x.example, ben@x.example", BARE),
        shape("bare with semicolons", "ada@x.example;ben@x.example;", BARE),
        shape(
            "mixed",
            "Ada Obi <ada@x.example>; ben@x.example",
            "Ada Obi|ada@x.example||\n|ben@x.example||"),
        shape("brackets alone", "<ada@x.example>, <ben@x.example>", BARE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"heads", "separators", "names", "withoutHeads", "addresses"})
  void isReadAsItIsMeant(String what, String pasted, String read) {
    assertThat(rows(pasted)).as(what).containsExactlyElementsOf(read.lines().toList());
  }

  private static List<String> rows(String pasted) {
    return RosterTable.read(pasted, HERE).rows().stream()
        .map(
            row ->
                Stream.of("name", "address", "organisation", "role")
                    .map(row::cell)
                    .map(c -> RosterRoles.known(c) ? RosterRoles.of(c).name() : c)
                    .collect(Collectors.joining("|")))
        .toList();
  }

  @Test
  void linesAreThoseOfWhatWasPasted() {
    String pasted = "name,email\n\"Ada\nObi\",ada@x.example\n\nBen,ben@x.example\n";

    assertThat(RosterTable.read(pasted, HERE).rows())
        .extracting(RosterTable.Row::line)
        .containsExactly(2, 5);
    assertThat(RosterTable.read("ada@x.example\n\nben@x.example", HERE).rows())
        .extracting(RosterTable.Row::line)
        .containsExactly(1, 3);
  }

  @Test
  void whatIsNotUsedIsNamed() {
    assertThat(RosterTable.read("Name,Phone,Email,City\nA,1,a@x.example,L", HERE).ignored())
        .containsExactly("Phone", "City");
  }

  @Test
  void aLineWithTooManyCellsIsWrongAndTheOthersAreNot() {
    List<RosterTable.Row> rows =
        RosterTable.read("name,email\nA,a@x.example,b,c\nB,b@x.example,,", HERE).rows();

    assertThat(rows.get(0).fault()).asString().contains("It has 4 cells");
    assertThat(rows.get(1).fault()).isNull();
  }

  @Test
  void aTextWithoutAddressesIsNoTable() {
    for (String text : List.of("name,email\n", "Ada Obi\nBen Eze", "hello", "a,b\n1,2")) {
      assertThatThrownBy(() -> RosterTable.read(text, HERE)).isInstanceOf(Refusal.class);
    }
  }
}
