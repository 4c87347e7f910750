package dev.pgduo.cluster.conf;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;

/** Names of settings: compared without the case of ASCII letters, as guc_name_compare does. */
final class Names {
    private Names() {}

    /** The form of a name for comparison and sorting. */
    static String key(String name) {
        StringBuilder key = new StringBuilder(name);
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                key.setCharAt(i, (char) (c + ('a' - 'A')));
            }
        }
        return key.toString();
    }

    static boolean same(String a, String b) {
        return key(a).equals(key(b));
    }

    /**
     * Checks a name.
     *
     * @throws LabException when the name cannot be written in a file
     */
    static String valid(String name) {
        ConfToken token = ConfToken.at(name, 0);
        if (token.isName() && token.in(name).equals(name)) {
            return name;
        }
        throw new LabException(ErrorReport.error("invalid configuration parameter name \"" + name + "\"")
                .detail("Parameter names are one or two identifiers separated by a dot."));
    }
}
