package dev.pgduo.export.junit;

import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes suites as JUnit XML.
 *
 * @see <a href="https://github.com/testmoapp/junitxml">the format as tools read it</a>
 */
public final class JunitXml {
    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Writes the document; the writer stays open.
     *
     * @throws XMLStreamException when the writer fails
     */
    public static void write(List<TestSuite> suites, Writer out) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        new JunitXml(xml).document(suites);
        xml.flush();
    }

    private void document(List<TestSuite> suites) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        for (TestSuite suite : suites) {
            suite(suite);
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(TestSuite suite) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute("name", suite.name());
        attribute("tests", Integer.toString(suite.cases().size()));
        attribute("failures", Long.toString(suite.failures()));
        attribute("errors", "0");
        attribute("skipped", Long.toString(suite.skipped()));
        attribute("time", seconds(suite.elapsed()));
        for (TestCase test : suite.cases()) {
            testCase(test, suite.name());
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void testCase(TestCase test, String file) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute("name", test.name());
        attribute("classname", file);
        attribute("time", seconds(test.elapsed()));
        if (test.skipped()) {
            xml.writeEmptyElement("skipped");
        }
        if (test.failure().isPresent()) {
            String text = legal(test.failure().get());
            xml.writeStartElement("failure");
            attribute("message", text.lines().findFirst().orElse(""));
            xml.writeCharacters(text);
            xml.writeEndElement();
        }
        if (!test.output().isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(legal(test.output()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static String seconds(Duration elapsed) {
        return String.format(Locale.ROOT, "%.3f", elapsed.toNanos() / 1e9);
    }

    /** XML 1.0 has no control characters but tab and line ends: the others become U+FFFD. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().map(c -> isLegal(c) ? c : 0xFFFD).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c > 0xFFFF;
    }
}
