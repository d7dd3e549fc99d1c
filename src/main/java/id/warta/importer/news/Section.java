package id.warta.importer.news;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A newspaper's section as its addresses tell it: {@code bola.…/read/…} is Bola,
 * {@code www.…/regional/read/…} is Regional, {@code oto.…/mobil-listrik/…} is Mobil
 * Listrik below Oto.
 *
 * @param slug unique among all sections
 */
public record Section(String slug, String name) {

	/** Folders that say what kind of page it is, not what it is about. */
	private static final Set<String> FOLDERS = Set.of("read", "berita", "fakta", "d", "detail", "artikel");

	/**
	 * The sections of an address from the outermost to the innermost; empty for an
	 * address without any.
	 */
	static List<Section> of(URI address) {
		List<String> slugs = new ArrayList<>();
		String host = (address.getHost() != null) ? address.getHost() : "";
		String[] labels = host.split("\\.");
		if (labels.length > 2 && !labels[0].equals("www")) {
			slugs.add(labels[0]);
		}
		String[] folders = address.getPath().split("/");
		if (folders.length > 2 && !FOLDERS.contains(folders[1]) && !slugs.contains(folders[1])) {
			slugs.add(folders[1]);
		}
		return slugs.stream().map((slug) -> new Section(slug.toLowerCase(Locale.ROOT), name(slug))).toList();
	}

	private static String name(String slug) {
		return Arrays.stream(slug.split("-"))
			.filter((word) -> !word.isEmpty())
			.map((word) -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
			.collect(Collectors.joining(" "));
	}

}
