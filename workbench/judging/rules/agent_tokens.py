"""What a user agent names: the system, the browser or app, the kind of device.

Not a parser: it only tells how many of the three are named. The words are those that real agents hold, in lower case.
"""

import re

SYSTEM, BROWSER, DEVICE = "the system", "the browser", "the device"

_SYSTEM = re.compile(
    r"windows|android|adr [0-9]|iphone os|cpu os [0-9]|\bios\b|ipados|tvos|watchos|mac ?os|macintosh|darwin|linux|x11"
    r"|\bcros\b|ubuntu|fedora|bsd\b|tizen|web0s|webos|kaios|harmony|playstation|nintendo|xbox|roku|symbian|series60"
    r"|blackberry|\bbb10|fuchsia|viera|netcast"
)
_BROWSER = re.compile(
    r"chrome/|crios|chromium|firefox/|fxios|focus/|safari/|edga?/|edgios|opr/|opera|opt/|opios|samsungbrowser|msie"
    r"|trident|ucbrowser|ubrowser|yabrowser|vivaldi|duckduckgo|ddg/|brave|silk/|miuibrowser|huaweibrowser|heytapbrowser"
    r"|vivobrowser|qqbrowser|whale/|ecosia|puffin|maxthon|konqueror|epiphany|applewebkit|gecko/|pinterest|instagram"
    r"|fban|fbav|fb_iab|snapchat|musical_ly|bytedance|tiktok|trill|linkedinapp|twitter|whatsapp|micromessenger|\bline/"
    r"|\bgsa/|okhttp|cfnetwork|dalvik|alamofire|afnetworking|dart/|react ?native|expo/|flutter|electron/"
)
_DEVICE = re.compile(
    r"iphone|ipad|ipod|macintosh|mac[0-9]{1,2},[0-9]|watch[0-9]|apple ?tv|pixel|nexus|\bsm-|samsung|huawei|xiaomi|redmi"
    r"|\bmi [0-9a]|oneplus|oppo|\bcph[0-9]|realme|\brmx[0-9]|vivo|motorola|\bmoto|nokia|sony|bravia|\blg[-e;)/ ]|\bhtc"
    r"|lenovo|asus|kindle|\bkf[a-z]{3,4}|\baft[a-z]{1,4}|silk/|smart-?tv|googletv|android tv|shield|chromecast|crkey"
    r"|roku|playstation|nintendo|xbox|tizen|web0s|webos|viera|hbbtv|ce-html|oculus|quest|fairphone|tecno|infinix|itel"
    r"|honor|zte|\bfp[0-9]|cubot|doogee|blackview|nothing|build/"
)
# "(Linux; Android 14; Pixel 8)": whatever follows the version is the device.
_ANDROID_MODEL = re.compile(r"android [0-9.]+; (?:[a-z]{2}[-_][a-z]{2}; )?[^;)]+[;)]")
# Nearly every browser there is: its system in the first brackets, its engine behind them.
_ORDINARY = re.compile(
    r"Mozilla/5\.0 \((?:Windows NT|Macintosh|iPhone|iPad|X11|Linux; Android)[^()]*\) (?:AppleWebKit/|Gecko/)"
)


def is_ordinary(agent: str) -> bool:
    """Whether the agent begins as the great browsers do, with system and engine: the quick way for most."""
    return _ORDINARY.match(agent) is not None


def named(agent: str) -> tuple[str, ...]:
    """Which of the three the agent names, in words."""
    lower = agent.lower()
    found = []
    if _SYSTEM.search(lower):
        found.append(SYSTEM)
    if _BROWSER.search(lower):
        found.append(BROWSER)
    if _DEVICE.search(lower) or _ANDROID_MODEL.search(lower):
        found.append(DEVICE)
    return tuple(found)
