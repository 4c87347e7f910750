package dev.pgduo.editors;

import java.util.List;
import java.util.Map;

/** A grammar as the XML property list that Sublime Text reads. */
final class PropertyList {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- Made from ../vscode/syntaxes/lab.tmLanguage.json: mvn -Dpgduo.docs.update=true -Dtest=EditorGrammarTest test -->
            <plist version="1.0">
            """;

    private final StringBuilder text = new StringBuilder(HEAD);

    private PropertyList() {}

    /** Of maps, lists and texts. */
    static String of(Object value) {
        PropertyList list = new PropertyList();
        list.add(value, "");
        return list.text.append("</plist>\n").toString();
    }

    private void add(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            text.append(indent).append("<dict>\n");
            map.forEach((key, each) -> {
                element(indent + "  ", "key", key);
                add(each, indent + "  ");
            });
            text.append(indent).append("</dict>\n");
        } else if (value instanceof List<?> list) {
            text.append(indent).append("<array>\n");
            list.forEach(each -> add(each, indent + "  "));
            text.append(indent).append("</array>\n");
        } else {
            element(indent, "string", value);
        }
    }

    private void element(String indent, String name, Object value) {
        String escaped =
                value.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        text.append(indent).append('<').append(name).append('>').append(escaped);
        text.append("</").append(name).append(">\n");
    }
}
