package dev.pgduo.export.junit;

import static org.assertj.core.api.Assertions.assertThat;

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
        TestCase passed =
                new TestCase("line 1: select '<&>'", Duration.ofMillis(1500), Optional.empty(), false, "adapted");
        TestCase failed = new TestCase("line 9", Duration.ZERO, Optional.of("-1\n+2 \u0001 ]]>"), false, "");
        TestCase skipped = new TestCase("line 12", Duration.ZERO, Optional.empty(), true, "");
        StringWriter out = new StringWriter();
        JunitXml.write(List.of(new TestSuite("a.lab", Duration.ofSeconds(2), List.of(passed, failed, skipped))), out);

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
                .isEqualTo("-1\n+2 \uFFFD ]]>");
    }
}
