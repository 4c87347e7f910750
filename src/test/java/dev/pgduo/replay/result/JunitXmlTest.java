package dev.pgduo.replay.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.replay.compare.Drift;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JunitXmlTest {
    @Test
    void countsAndEscapesAndIsWellFormed() throws Exception {
        Finding known = Finding.adapted(1, "newer", Drift.RENAMED);
        StepOutcome passed =
                new StepOutcome("line 1: select '<&>'", Duration.ofMillis(1500), true, true, List.of(known));
        StepOutcome failed =
                new StepOutcome("line 9", Duration.ZERO, true, true, List.of(Outcomes.diff(9, "-1", "+2 \uFFFE ]]>")));
        Finding unrun = Finding.error(12, Optional.empty(), List.of("not run: x"));
        StepOutcome skipped = new StepOutcome("line 12", Duration.ZERO, false, true, List.of(unrun));
        StringWriter out = new StringWriter();
        Cell cell = Outcomes.cell("a.lab", "15", "15.4");
        JunitXml.write(List.of(LabOutcome.of(cell, Duration.ofSeconds(2), List.of(passed, failed, skipped))), out);

        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(out.toString())));
        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getAttribute("time")).isEqualTo("2.000");
        Element first = (Element) document.getElementsByTagName("testcase").item(0);
        assertThat(first.getAttribute("name")).isEqualTo("line 1: select '<&>'");
        assertThat(first.getAttribute("time")).isEqualTo("1.500");
        assertThat(document.getElementsByTagName("failure").item(0).getTextContent())
                .isEqualTo("  a.lab:9: ERROR:  the output is not the expected one\n  -1\n  +2 \uFFFD ]]>");
        assertThat(suite.getAttribute("name")).isEqualTo("a.lab on PostgreSQL 15.4");
        assertThat(document.getElementsByTagName("system-out").item(0).getTextContent())
                .isEqualTo("  a.lab:1: adapted: newer");
        assertThat(document.getElementsByTagName("system-out").getLength()).isOne();
    }
}
