package dev.pgduo.session.meta;

import dev.pgduo.scan.SlashScanner;
import dev.pgduo.session.query.PasswordChange;
import dev.pgduo.session.query.Psql;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code \password}: changes a role's password. */
final class SetPassword implements MetaCommand {
    @Override
    public List<String> names() {
        return List.of("password");
    }

    @Override
    public String help() {
        return "securely change the password for a user";
    }

    @Override
    public Next run(String name, SlashScanner arguments, Psql psql) throws IOException {
        Optional<String> user = arguments.identifier();
        return PasswordChange.run(psql, user) ? Next.CONTINUE : Next.FAILED;
    }
}
