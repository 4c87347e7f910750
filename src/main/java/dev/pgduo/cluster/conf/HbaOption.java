package dev.pgduo.cluster.conf;

import java.util.Map;
import java.util.Set;

/**
 * One option, name=value, of a method.
 *
 * @see <a href="https://git.postgresql.org/gitweb/?p=postgresql.git;f=src/backend/libpq/hba.c">parse_hba_auth_opt of 15</a>
 */
record HbaOption(String name, String value) {
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("map", "ident, peer, gssapi, sspi, and cert"),
            Map.entry("pamservice", "pam"),
            Map.entry("pam_use_hostname", "pam"),
            Map.entry("ldapurl", "ldap"),
            Map.entry("ldaptls", "ldap"),
            Map.entry("ldapscheme", "ldap"),
            Map.entry("ldapserver", "ldap"),
            Map.entry("ldapport", "ldap"),
            Map.entry("ldapbinddn", "ldap"),
            Map.entry("ldapbindpasswd", "ldap"),
            Map.entry("ldapsearchattribute", "ldap"),
            Map.entry("ldapsearchfilter", "ldap"),
            Map.entry("ldapbasedn", "ldap"),
            Map.entry("ldapprefix", "ldap"),
            Map.entry("ldapsuffix", "ldap"),
            Map.entry("krb_realm", "gssapi and sspi"),
            Map.entry("include_realm", "gssapi and sspi"),
            Map.entry("compat_realm", "sspi"),
            Map.entry("upn_username", "sspi"),
            Map.entry("radiusservers", "radius"),
            Map.entry("radiussecrets", "radius"),
            Map.entry("radiusports", "radius"),
            Map.entry("radiusidentifiers", "radius"));
    /** Options for the client's certificate, with their values. */
    private static final Map<String, Set<String>> CERTIFICATE =
            Map.of("clientcert", Set.of("verify-ca", "verify-full"), "clientname", Set.of("CN", "DN"));

    void check(HbaType type, String method) throws HbaRefused {
        if (CERTIFICATE.containsKey(name)) {
            checkCertificate(type, method);
            return;
        }
        String methods = METHODS.get(name);
        if (methods == null) {
            throw new HbaRefused("unrecognized authentication option name: \"" + name + "\"");
        }
        String word = method.equals("gss") ? "gssapi" : method;
        if (!Set.of(methods.split(",? and |, ")).contains(word)) {
            throw new HbaRefused(
                    "authentication option \"" + name + "\" is only valid for authentication methods " + methods);
        }
    }

    private void checkCertificate(HbaType type, String method) throws HbaRefused {
        if (type != HbaType.HOSTSSL) {
            throw new HbaRefused(name + " can only be configured for \"hostssl\" rows");
        }
        if (!CERTIFICATE.getOrDefault(name, Set.of()).contains(value)) {
            throw new HbaRefused("invalid value for " + name + ": \"" + value + "\"");
        }
        if (value.equals("verify-ca") && method.equals("cert")) {
            throw new HbaRefused("clientcert can only be set to \"verify-full\" when using \"cert\" authentication");
        }
    }
}
