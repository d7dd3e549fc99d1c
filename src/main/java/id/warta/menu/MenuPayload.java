package id.warta.menu;

import java.util.List;

/**
 * The answer to {@code createMenu}, {@code editMenu} and {@code setMenuItems}.
 *
 * @param menu the menu as it is now
 */
record MenuPayload(NewsroomMenu menu) {

	public List<Object> errors() {
		return List.of();
	}

}
