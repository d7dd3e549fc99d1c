package id.warta.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whose a file is, on Unix.
 *
 * @param user the number of the user
 * @param group the number of the group
 */
record FileOwner(int user, int group) {

	/** The user and the group of nobody, where the system has no name for them. */
	static final int NOBODY = 65534;

	static final FileOwner ROOT = new FileOwner(0, 0);

	static FileOwner of(Path path) throws IOException {
		return new FileOwner((int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS),
				(int) Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS));
	}

	boolean isRoot() {
		return this.user == ROOT.user;
	}

	/**
	 * Gives a file, or a folder with all in it, to this owner. Links are not followed.
	 */
	void own(Path tree) throws IOException {
		List<Path> paths;
		try (Stream<Path> all = Files.walk(tree)) {
			paths = all.toList();
		}
		for (Path path : paths) {
			if (!of(path).equals(this)) {
				Files.setAttribute(path, "unix:uid", this.user, LinkOption.NOFOLLOW_LINKS);
				Files.setAttribute(path, "unix:gid", this.group, LinkOption.NOFOLLOW_LINKS);
			}
		}
	}

}
