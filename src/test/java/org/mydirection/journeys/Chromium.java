package org.mydirection.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the browser for the journeys, or installs Debian's, or says what to install. */
final class Chromium {

    /** First the one without windows: the others draw a window around each page that nobody sees, at 3 times the cost. */
    private static final List<String> NAMES = List.of(
            "chromium-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome.exe");

    private static final List<String> IN_PLAYWRIGHTS_FOLDER = List.of(
            "chrome-linux/headless_shell",
            "chrome-headless-shell-linux64/chrome-headless-shell",
            "chrome-linux/chrome",
            "chrome-linux64/chrome",
            "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
            "chrome-win/chrome.exe");

    private Chromium() {}

    /** The executable: setting {@code browser.path} or BROWSER_PATH, then the machine's, then Playwright's own. */
    static Path find() {
        return set().or(Chromium::onPath)
                .or(Chromium::ofPlaywright)
                .or(Chromium::installed)
                .orElseThrow(() -> new AssertionError("The journeys need Chromium or Chrome: install one"
                        + " (on Debian: apt-get install chromium-headless-shell fonts-liberation),"
                        + " or name its executable by -Dbrowser.path=… or BROWSER_PATH."));
    }

    private static Optional<Path> set() {
        Optional<Path> set = Optional.ofNullable(System.getProperty("browser.path"))
                .or(() -> Optional.ofNullable(System.getenv("BROWSER_PATH")))
                .filter(path -> !path.isBlank())
                .map(Path::of);
        set.filter(path -> !Files.isExecutable(path)).ifPresent(path -> {
            throw new AssertionError("The setting browser.path names no executable: " + path);
        });
        return set;
    }

    private static Optional<Path> onPath() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> ofPlaywright() {
        String home = System.getProperty("user.home");
        return Stream.of(
                        Optional.ofNullable(System.getenv("PLAYWRIGHT_BROWSERS_PATH"))
                                .orElse(""),
                        home + "/.cache/ms-playwright",
                        home + "/Library/Caches/ms-playwright",
                        home + "/AppData/Local/ms-playwright")
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory)
                .flatMap(Chromium::downloads)
                .findFirst();
    }

    private static Stream<Path> downloads(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries
                    .filter(entry -> entry.getFileName().toString().startsWith("chromium"))
                    .flatMap(entry -> IN_PLAYWRIGHTS_FOLDER.stream().map(entry::resolve))
                    .filter(Files::isExecutable)
                    .toList()
                    .stream();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static Optional<Path> installed() {
        boolean may = isRoot() && Files.isExecutable(Path.of("/usr/bin/apt-get"));
        if (!may) {
            return Optional.empty();
        }
        if (!succeeds(install("chromium-headless-shell"))) {
            succeeds(List.of("apt-get", "update"));
            if (!succeeds(install("chromium-headless-shell"))) {
                succeeds(install("chromium"));
            }
        }
        return onPath();
    }

    private static List<String> install(String browser) {
        return List.of("apt-get", "install", "-y", "--no-install-recommends", browser, "fonts-liberation");
    }

    /** Root has no sandbox in Chromium, and may install packages. */
    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException cannot) {
            return false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
