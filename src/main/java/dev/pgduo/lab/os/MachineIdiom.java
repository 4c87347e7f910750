package dev.pgduo.lab.os;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Commands that start, stop or enter the server of a whole machine: {@code systemctl}, {@code pg_ctlcluster},
 * {@code sudo -u postgres}.
 */
final class MachineIdiom implements Idiom {
    private static final String SUDO = "(?:sudo\\s+)?";
    private static final String VERB = "(start|stop|restart|reload|status)";
    private static final Pattern SERVICE = Pattern.compile(SUDO + "(?:systemctl\\s+" + VERB + "\\s+postgresql[\\w.@-]*"
            + "|(?:service\\s+|/etc/init\\.d/)postgresql[\\w.-]*\\s+" + VERB
            + "|pg_ctlcluster\\s+[\\d.]+\\s+[\\w-]+\\s+(start|stop|restart|reload|status|promote))");
    private static final Pattern SUDO_USER =
            Pattern.compile("sudo\\s+(?:-[iHn]\\s+)*-u\\s*[\\w-]+\\s+(?:-[iHn]\\s+|--\\s+)*([^-\\s].*)");
    private static final Pattern SU =
            Pattern.compile(SUDO + "su\\s+(?:(?:-|-l|--login)\\s+)?[\\w-]+\\s+-c\\s+([\"'])(.*)\\1");

    @Override
    public Optional<OsAction> recognise(TypedCommand command) {
        Matcher service = SERVICE.matcher(command.line());
        if (service.matches()) {
            return Optional.of(new OsAction.Instead(pgCtl(service), Translation.SERVICE));
        }
        Matcher sudo = SUDO_USER.matcher(command.line());
        Matcher su = SU.matcher(command.line());
        Optional<String> inner = sudo.matches()
                ? Optional.of(sudo.group(1))
                : su.matches() ? Optional.of(su.group(2)) : Optional.empty();
        return inner.map(line -> new OsAction.Instead(OsLine.read(line, command.variables()), Translation.OTHER_USER));
    }

    private static OsAction pgCtl(Matcher service) {
        String verb = IntStream.rangeClosed(1, service.groupCount())
                .mapToObj(service::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return new OsAction.PgCtl(verb, Optional.empty(), Optional.empty(), Optional.empty(), true, "pg_ctl " + verb);
    }
}
