"""The agents of true customers pass in silence; bots, words for nothing and bare names do not."""

import pytest

from workbench.judging.rules.agent_tokens import named
from workbench.judging.rules.user_agent import user_agent_check

PATH = "user_data.client_user_agent"
WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
IOS_WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)"

CUSTOMERS = (
    # Desktop
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/131.0.0.0 Safari/537.36",
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.2903.86",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0",
    "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko",
    "Mozilla/4.0 (compatible; MSIE 8.0; Windows NT 6.1; Trident/4.0)",
    "Opera/9.80 (Windows NT 6.1; WOW64) Presto/2.12.388 Version/12.18",
    f"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) {IOS_WEBKIT} Version/18.2 Safari/605.1.15",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:133.0) Gecko/20100101 Firefox/133.0",
    f"Mozilla/5.0 (X11; Linux x86_64) {WEBKIT} Chrome/131.0.0.0 Safari/537.36",
    "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0",
    f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {WEBKIT} Chrome/131.0.0.0 Safari/537.36",
    f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {WEBKIT} Chrome/130.0.0.0 Safari/537.36 OPR/116.0.0.0",
    # Phones and tablets
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) {IOS_WEBKIT} Version/18.2 Mobile/15E148 Safari/604.1",
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) {IOS_WEBKIT} CriOS/131.0.6778 Mobile/15E148 Safari/604.1",
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) {IOS_WEBKIT} FxiOS/133.0 Mobile/15E148 Safari/605.1.15",
    f"Mozilla/5.0 (iPad; CPU OS 17_7 like Mac OS X) {IOS_WEBKIT} Version/17.6 Mobile/15E148 Safari/604.1",
    f"Mozilla/5.0 (Linux; Android 10; K) {WEBKIT} Chrome/131.0.0.0 Mobile Safari/537.36",
    f"Mozilla/5.0 (Linux; Android 14; SM-S921B) {WEBKIT} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0",
    f"Mozilla/5.0 (Linux; U; Android 13; en-us; M2101K6G) {WEBKIT} Chrome/100.0 XiaoMi/MiuiBrowser/14.5",
    f"Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN00) {WEBKIT} Chrome/99.0 HuaweiBrowser/13.0 Mobile Safari/537",
    f"Mozilla/5.0 (Linux; Android 9; KFTRWI) {WEBKIT} Silk/108.4.6 like Chrome/108.0 Safari/537.36",
    "Mozilla/5.0 (Mobile; Nokia_8110_4G; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5",
    "Opera/9.80 (J2ME/MIDP; Opera Mini/7.1.32052/29.3709; U; en) Presto/2.8.119 Version/11.10 Nokia",
    # Browsers inside apps
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) {IOS_WEBKIT} Mobile/22B83 [Pinterest/iOS]",
    f"Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/UQ1A; wv) {WEBKIT} Chrome/131.0 [Pinterest/Android]",
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) {IOS_WEBKIT} Mobile/21G93 Instagram 357.1.4 (iPhone14,5)",
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) {IOS_WEBKIT} Mobile/15E148 [FBAN/FBIOS;FBAV/489.0]",
    f"Mozilla/5.0 (Linux; Android 13; SM-A536B; wv) {WEBKIT} Chrome/131.0 musical_ly_2023 BytedanceWebview/d8a21c6",
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) {IOS_WEBKIT} GSA/346.0.7 Mobile/15E148 Safari/604.1",
    f"Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) {IOS_WEBKIT} Mobile/15E148 Snapchat/13.18.0 (like Safari)",
    # Television sets, consoles, glasses
    f"Mozilla/5.0 (SMART-TV; LINUX; Tizen 7.0) {WEBKIT} 94.0.4606.31/7.0 TV Safari/537.36",
    f"Mozilla/5.0 (Web0S; Linux/SmartTV) {WEBKIT} Chrome/94.0.4606.128 Safari/537.36 WebAppManager",
    "Mozilla/5.0 (PlayStation; PlayStation 5/6.50) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.0 Safari/605.1",
    "Mozilla/5.0 (Nintendo Switch; WebApplet) AppleWebKit/609.4 (KHTML, like Gecko) NF/6.0.2.21.3 NintendoBrowser/5.1",
    f"Mozilla/5.0 (X11; Linux x86_64; Quest 3) {WEBKIT} OculusBrowser/35.3 Chrome/126.0 VR Safari/537.36",
    "Roku/DVP-12.5 (12.5.0.4178-88)",
    # Apps
    "Dalvik/2.1.0 (Linux; U; Android 13; SM-A536B Build/TP1A.220624.014)",
    "ExampleShop/7.9 (com.example.shop; build:412; Android 14; Pixel 8) okhttp/4.12.0",
    "ExampleShop/412 CFNetwork/1568.200.51 Darwin/24.1.0",
    "ExampleShop/7.9 (com.example.shop; build:412; iOS 18.2.0) Alamofire/5.9.1",
    "ExampleShop/7.9 (iPhone; iOS 18.2; Scale/3.00)",
    "ExampleShop/7.9 (iPhone15,3; iOS 17.4.1)",
)  # fmt: skip


@pytest.mark.parametrize("agent", CUSTOMERS)
def test_user_agent_of_a_customer_is_left_in_peace(agent: str) -> None:
    assert user_agent_check(PATH, agent) is None


@pytest.mark.parametrize("agent", CUSTOMERS)
def test_user_agent_of_a_customer_names_two_of_three(agent: str) -> None:
    assert len(named(agent)) >= 2


@pytest.mark.parametrize(
    ("agent", "found"),
    [
        ("okhttp/4.12.0", "only the browser"),
        ("Dart/3.5 (dart:io)", "only the browser"),
        ("Android", "only the system"),
        ("ExampleShop/7.9", "neither a system nor a browser nor a device"),
        ("Mozilla/5.0", "neither a system nor a browser nor a device"),
        ("desktop", "neither a system nor a browser nor a device"),
    ],
)
def test_user_agent_that_says_little_is_told_what_it_names(agent: str, found: str) -> None:
    problem = user_agent_check(PATH, agent)
    assert problem is not None
    assert (problem.code, found in problem.message) == ("user-agent-bare", True)


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; Pinterestbot/1.0; +https://www.pinterest.com/bot.html)",
        "AdsBot-Google (+http://www.google.com/adsbot.html)",
        f"Mozilla/5.0 (X11; Linux x86_64) {WEBKIT} HeadlessChrome/131.0.0.0 Safari/537.36",
        "python-requests/2.32.3",
        "WordPress/6.7; https://shop.example.com",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "GuzzleHttp/7",
    ],
)
def test_user_agent_of_a_program_is_told_as_one(agent: str) -> None:
    problem = user_agent_check(PATH, agent)
    assert problem is not None
    assert problem.code == "user-agent-bot"


@pytest.mark.parametrize("agent", ["Other", "null", "Undefined", "unknown", "-"])
def test_user_agent_that_is_a_word_for_nothing_is_refused(agent: str) -> None:
    problem = user_agent_check(PATH, agent)
    assert problem is not None
    assert problem.code == "user-agent-empty-word"
