package id.warta.embedded.demo;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The pictures, which are all of one size and kind.
 *
 * @param width in pixels
 * @param height in pixels
 * @param mimeType their media type
 * @param credit who made them
 * @param pictures the pictures
 */
record PictureEntries(int width, int height, String mimeType, String credit, List<PictureEntry> pictures) {

	private static final String FOLDER = "/media/demo/";

	/**
	 * Where readers find a picture.
	 * @param file its file's name, without an ending
	 */
	static String url(String file) {
		return FOLDER + file + ".svg";
	}

	/**
	 * A picture.
	 *
	 * @param file its file's name, without an ending
	 */
	record PictureEntry(String file, String title, String alt, @Nullable String caption) {

	}

}
