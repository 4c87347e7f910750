package dev.pgduo.cluster.binaries.download;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/**
 * The settings of the user's Maven: mirrors, proxies, passwords, repositories, the local repository, offline mode.
 *
 * @param settings merged from the user's and the installation's files
 * @param arguments options outside of the files, which take precedence
 * @param home Maven's directories
 */
record MavenSettings(Settings settings, MavenArguments arguments, MavenHome home) {
    private static final String CENTRAL = "https://repo.maven.apache.org/maven2";

    /**
     * Reads the files that mvn would read.
     *
     * @throws LabException when one of them cannot be read
     */
    static MavenSettings read(Map<String, String> environment) {
        MavenArguments arguments = MavenArguments.of(environment);
        MavenHome home = new MavenHome(environment);
        Properties properties = new Properties();
        properties.putAll(System.getProperties());
        environment.forEach((name, value) -> properties.setProperty("env." + name, value));
        DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
        request.setSystemProperties(properties);
        request.setUserSettingsFile(
                arguments.settings().orElse(home.user().resolve("settings.xml")).toFile());
        arguments.globalSettings().or(home::globalSettings).map(Path::toFile).ifPresent(request::setGlobalSettingsFile);
        try {
            Settings settings = new DefaultSettingsBuilderFactory()
                    .newInstance()
                    .build(request)
                    .getEffectiveSettings();
            return new MavenSettings(settings, arguments, home);
        } catch (SettingsBuildingException e) {
            throw new LabException(
                    ErrorReport.error("could not read Maven's settings").detail(e.getMessage()), e);
        }
    }

    boolean offline() {
        return settings.isOffline() || arguments.offline();
    }

    Path localRepository() {
        return arguments
                .localRepository()
                .or(() -> Optional.ofNullable(settings.getLocalRepository())
                        .filter(text -> !text.isBlank())
                        .map(Path::of))
                .orElseGet(() -> home.user().resolve("repository"))
                .toAbsolutePath();
    }

    /** The repositories of the active profiles, then Maven Central, before mirrors are applied. */
    List<RemoteRepository> repositories() {
        List<RemoteRepository> own = settings.getProfiles().stream()
                .filter(this::active)
                .flatMap(profile -> profile.getRepositories().stream())
                .map(each -> new RemoteRepository.Builder(each.getId(), "default", each.getUrl()).build())
                .toList();
        boolean central = own.stream().anyMatch(each -> each.getId().equals("central"));
        return central
                ? own
                : Stream.concat(
                                own.stream(),
                                Stream.of(new RemoteRepository.Builder("central", "default", CENTRAL).build()))
                        .toList();
    }

    private boolean active(Profile profile) {
        return settings.getActiveProfiles().contains(profile.getId())
                || (profile.getActivation() != null && profile.getActivation().isActiveByDefault());
    }

    /** Sets mirrors, proxies and passwords. */
    void apply(RepositorySystemSession.SessionBuilder session) {
        SettingsDecryptionResult plain = decrypt();
        DefaultMirrorSelector mirrors = new DefaultMirrorSelector();
        settings.getMirrors()
                .forEach(each -> mirrors.add(
                        each.getId(),
                        each.getUrl(),
                        each.getLayout(),
                        false,
                        each.isBlocked(),
                        each.getMirrorOf(),
                        each.getMirrorOfLayouts()));
        session.setMirrorSelector(mirrors);
        DefaultProxySelector proxies = new DefaultProxySelector();
        plain.getProxies().stream()
                .filter(org.apache.maven.settings.Proxy::isActive)
                .forEach(each -> proxies.add(
                        new Proxy(
                                each.getProtocol(),
                                each.getHost(),
                                each.getPort(),
                                login(each.getUsername(), each.getPassword())),
                        each.getNonProxyHosts()));
        session.setProxySelector(proxies);
        DefaultAuthenticationSelector logins = new DefaultAuthenticationSelector();
        plain.getServers().forEach(each -> logins.add(each.getId(), login(each.getUsername(), each.getPassword())));
        session.setAuthenticationSelector(logins);
    }

    private static Authentication login(String user, String password) {
        return new AuthenticationBuilder()
                .addUsername(user)
                .addPassword(password)
                .build();
    }

    /** Decrypts the passwords; like mvn, leaves one that cannot be decrypted unchanged. */
    private SettingsDecryptionResult decrypt() {
        DefaultSecDispatcher dispatcher = new DefaultSecDispatcher(new DefaultPlexusCipher());
        dispatcher.setConfigurationFile(
                home.user().resolve("settings-security.xml").toString());
        return new DefaultSettingsDecrypter(dispatcher).decrypt(new DefaultSettingsDecryptionRequest(settings));
    }
}
