package id.warta.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/**
 * The servers' programs, unpacked from the class path into the data folder once a
 * version.
 */
final class Binaries {

	private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar");

	private static final Map<Platform, OsArchitecture> REDIS = Map.of( //
			new Platform(Platform.System.LINUX, Platform.Processor.X86_64), OsArchitecture.UNIX_x86_64,
			new Platform(Platform.System.LINUX, Platform.Processor.ARM_64), OsArchitecture.UNIX_AARCH64,
			new Platform(Platform.System.DARWIN, Platform.Processor.X86_64), OsArchitecture.MAC_OS_X_x86_64,
			new Platform(Platform.System.DARWIN, Platform.Processor.ARM_64), OsArchitecture.MAC_OS_X_ARM64);

	private final Path folder;

	private final Platform platform;

	Binaries(DataFolder data, Platform platform) {
		this.folder = data.binaries();
		this.platform = platform;
	}

	/**
	 * The folder of PostgreSQL, with {@code bin}, {@code lib} and {@code share} in it.
	 * @throws EmbeddedServerException if there is none for this platform
	 */
	Path postgres() throws IOException {
		URL archive = resource("postgres-%s.txz".formatted(this.platform));
		if (archive == null) {
			throw missing("PostgreSQL", "spring.r2dbc.url");
		}
		return unpacked("postgres-" + version(archive), (target) -> {
			try (InputStream stream = new BufferedInputStream(archive.openStream())) {
				TarArchive.extract(stream, target);
			}
		});
	}

	/**
	 * The server program of Redis.
	 * @throws EmbeddedServerException if there is none for this platform, as on Windows
	 */
	Path redis() throws IOException {
		OsArchitecture architecture = REDIS.get(this.platform);
		if (architecture == null) {
			throw missing("Redis", "spring.data.redis.url");
		}
		String name = Objects.requireNonNull(ExecutableProvider.newProvidedVersionsMap().get(architecture))
			.substring(1);
		URL program = Objects.requireNonNull(resource(name));
		Path unpacked = unpacked(name.replace("-server", ""), (target) -> {
			try (InputStream stream = program.openStream()) {
				DurableFiles.writeProgram(stream, target.resolve("redis-server"));
			}
		});
		return unpacked.resolve("redis-server");
	}

	private Path unpacked(String name, DurableFiles.Content content) throws IOException {
		Path target = this.folder.resolve(name);
		if (!Files.isDirectory(target)) {
			try (FolderLock lock = FolderLock.in(this.folder)) {
				unpack(target, content);
			}
		}
		return target;
	}

	private static void unpack(Path target, DurableFiles.Content content) throws IOException {
		if (!Files.isDirectory(target)) {
			DurableFiles.removeUnfinished(target);
			DurableFiles.createFolder(target, content);
		}
	}

	private @Nullable URL resource(String name) {
		return Binaries.class.getClassLoader().getResource(name);
	}

	/**
	 * The version in the name of the archive's jar, or else its size, which tells one
	 * archive from another as well.
	 */
	private static String version(URL archive) throws IOException {
		Matcher matcher = VERSION.matcher(archive.toString());
		return matcher.find() ? matcher.group(1) : String.valueOf(archive.openConnection().getContentLengthLong());
	}

	private EmbeddedServerException missing(String server, String property) {
		return new EmbeddedServerException("There is no embedded %s for %s: set %s to a %s of your own"
			.formatted(server, this.platform, property, server));
	}

}
