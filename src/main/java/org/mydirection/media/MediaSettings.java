package org.mydirection.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mydirection.shared.Settings;
import org.mydirection.shared.StartRefused;

/** The settings of media, all checked at the start by {@link #check()}. */
@ApplicationScoped
class MediaSettings {

    private static final long MEGABYTE = 1_000_000;

    @Inject
    Settings settings;

    /** Reads every setting once; throws {@link StartRefused} with a sentence that names the first unusable one. */
    public void check() {
        prepareDataFolder();
        storeEndpoint();
        storeBucket();
        if (!storeIsEmbedded()) {
            storeAccessKey();
            storeSecretKey();
        }
        storeRegion();
        vaultKeyFile();
        ffmpegFolder();
        mostBytes(MediaKind.PICTURE);
        mostBytes(MediaKind.RECORDING);
        mostBytesOfAPerson();
        mostBytesInQuarantine();
        scannerHost();
        scannerPort();
    }

    /** Whether the object store runs inside the application: setting {@code store.endpoint} is not set. */
    public boolean storeIsEmbedded() {
        return settings.find("store.endpoint").isEmpty();
    }

    /** An http or https address with a host; empty when the store is embedded. */
    public Optional<URI> storeEndpoint() {
        return settings.find("store.endpoint").map(MediaSettings::address);
    }

    public String storeAccessKey() {
        return settings.text("store.access.key");
    }

    public String storeSecretKey() {
        return settings.text("store.secret.key");
    }

    /** Default {@code my-direction}. */
    public String storeBucket() {
        String bucket = settings.find("store.bucket").orElse("my-direction");
        if (!bucket.matches("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]")) {
            throw new StartRefused(
                    "The setting store.bucket must be 3 to 63 small letters, digits and hyphens, and it is \"" + bucket
                            + "\".");
        }
        return bucket;
    }

    /** Default {@code us-east-1}, which stores that know no regions take for their own. */
    public String storeRegion() {
        return settings.find("store.region").orElse("us-east-1");
    }

    /** The folder of the embedded store. */
    public Path storeFolder() {
        return settings.dataFolder().resolve("store");
    }

    /** The folder for files that live only while an asset is worked on. */
    public Path workFolder() {
        return settings.dataFolder().resolve("work");
    }

    /** Where the executables packed into the application are laid out. */
    public Path toolsFolder() {
        return settings.dataFolder().resolve("tools");
    }

    /** Default {@code vault.key} in the data folder. */
    public Path vaultKeyFile() {
        return settings.find("vault.key.file")
                .map(name -> Path.of(name).toAbsolutePath().normalize())
                .orElseGet(() -> settings.dataFolder().resolve("vault.key"));
    }

    /** Whether a missing key file may be made: only where nobody chose a place for it and the store is embedded. */
    public boolean mayMakeVaultKey() {
        return storeIsEmbedded() && settings.find("vault.key.file").isEmpty();
    }

    /** The folder with {@code ffmpeg} and {@code ffprobe}; empty when those packed into the application are used. */
    public Optional<Path> ffmpegFolder() {
        Optional<Path> folder = settings.find("ffmpeg.path").map(Path::of);
        folder.filter(path ->
                        !Files.isExecutable(path.resolve("ffmpeg")) || !Files.isExecutable(path.resolve("ffprobe")))
                .ifPresent(path -> {
                    throw new StartRefused("The setting ffmpeg.path must name a folder with ffmpeg and ffprobe, and "
                            + path + " is not one.");
                });
        return folder;
    }

    /** The most bytes of one upload. A megabyte is 1,000,000 bytes, as people's devices show it. */
    public long mostBytes(MediaKind kind) {
        return mostMegabytes(kind) * MEGABYTE;
    }

    /** Default 40 for a picture ({@code media.max.picture.megabytes}), 200 for a recording. */
    public long mostMegabytes(MediaKind kind) {
        return kind == MediaKind.PICTURE
                ? number("media.max.picture.megabytes", 40, 1, 500)
                : number("media.max.megabytes", 200, 1, 4000);
    }

    /** All that one person may have here and on its way: {@code media.max.person.megabytes}, default 4000. */
    public long mostBytesOfAPerson() {
        return number("media.max.person.megabytes", 4000, 1, 1_000_000) * MEGABYTE;
    }

    /** All that may be on its way or in quarantine: {@code media.max.quarantine.megabytes}, default 20000. */
    public long mostBytesInQuarantine() {
        return number("media.max.quarantine.megabytes", 20_000, 1, 100_000_000) * MEGABYTE;
    }

    /** The host of clamd; empty when no scanner is configured. */
    public Optional<String> scannerHost() {
        return settings.find("clamd.host");
    }

    /** Default 3310. */
    public int scannerPort() {
        return (int) number("clamd.port", 3310, 1, 65535);
    }

    private long number(String name, long otherwise, long least, long most) {
        return settings.find(name).isPresent() ? settings.number(name, least, most) : otherwise;
    }

    private void prepareDataFolder() {
        Path folder = settings.dataFolder();
        try {
            OwnerOnly.folder(folder);
            Path probe = Files.createTempFile(folder, "probe", "");
            Files.delete(probe);
        } catch (IOException e) {
            throw new StartRefused(
                    "The folder " + folder + " can't be written: let the setting data.dir name one that can be.", e);
        }
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // answered below, with an example
        }
        throw new StartRefused("The setting store.endpoint must be an address like http://localhost:9000, and it is \""
                + text + "\".");
    }
}
